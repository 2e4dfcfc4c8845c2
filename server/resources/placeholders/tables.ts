import type { Generated } from 'kysely'
import type { AvatarColor } from '#contract/avatar-colors.ts'

export interface PlaceholderTables {
  /** Somebody of a job role who is not known yet; a deleted one stays where it was named. */
  placeholder: {
    account_id: number
    placeholder_id: Generated<number>
    title: string
    short_title: string
    avatar_color: AvatarColor
    job_role_id: number | null
    deleted_at: Date | null
    created_at: Generated<Date>
  }
}
