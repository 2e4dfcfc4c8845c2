import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { avatarColors } from '#contract/avatar-colors.ts'
import { avatarUrl } from '#http/avatars.ts'
import { encodeId } from '#ids/encode.ts'
import type { JobRole } from './contract.ts'
import type { JobRoleRow } from './queries.ts'

/** Row → JobRole. */
export const presentJobRole = (caller: Caller, row: JobRoleRow): Static<typeof JobRole> => ({
  id: encodeId('JobRole', caller.accountId, row.job_role_id),
  title: row.title,
  shortTitle: row.short_title,
  avatarUrl: avatarUrl(avatarColors[row.avatar_color], row.short_title),
  isDeleted: row.deleted_at !== null,
})
