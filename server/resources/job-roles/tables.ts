import type { Generated } from 'kysely'
import type { AvatarColor } from '#contract/avatar-colors.ts'

export interface JobRoleTables {
  /** What people of an account are by trade; a deleted one stays for those who have it. */
  job_role: {
    account_id: number
    job_role_id: Generated<number>
    title: string
    short_title: string
    avatar_color: AvatarColor
    deleted_at: Date | null
    created_at: Generated<Date>
  }
}
