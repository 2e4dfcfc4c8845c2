import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { TimelogLockPeriod } from './contract.ts'
import type { LockRow } from './queries.ts'

/** Row → TimelogLockPeriod; what it comes from is named to those who see it. */
export const presentLock = (caller: Caller, row: LockRow): Static<typeof TimelogLockPeriod> => ({
  start: row.start_date,
  end: row.end_date,
  source: {
    type: row.is_space ? 'Space' : row.is_project ? 'Project' : 'Folder',
    ...(row.is_visible ? { id: encodeId('Folder', caller.accountId, row.folder_id) } : {}),
  },
})
