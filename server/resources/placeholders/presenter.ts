import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { avatarColors } from '#contract/avatar-colors.ts'
import { avatarUrl } from '#http/avatars.ts'
import { encodeId } from '#ids/encode.ts'
import type { Placeholder } from './contract.ts'
import type { PlaceholderRow } from './queries.ts'

/** Row → Placeholder. */
export const presentPlaceholder = (caller: Caller, row: PlaceholderRow): Static<typeof Placeholder> => ({
  id: encodeId('Placeholder', caller.accountId, row.placeholder_id),
  title: row.title,
  shortTitle: row.short_title,
  avatarUrl: avatarUrl(avatarColors[row.avatar_color], row.short_title),
  ...(row.job_role_id === null ? {} : { jobRoleId: encodeId('JobRole', caller.accountId, row.job_role_id) }),
  deleted: row.deleted_at !== null,
})
