import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import type { Timer } from './contract.ts'
import type { ReadTimer } from './queries.ts'

/** Row → Timer. */
export const presentTimer = (caller: Caller, row: ReadTimer): Static<typeof Timer> => ({
  taskId: encodeId('Task', caller.accountId, row.task_id),
  running: row.running_since !== null,
  seconds: row.spent,
  startedDate: formatInstant(row.started_at),
  comment: row.comment,
  ...(row.category_id === null ? {} : { categoryId: encodeId('TimelogCategory', caller.accountId, row.category_id) }),
})
