import type { Generated } from 'kysely'

export type SubjectType = 'User' | 'Placeholder' | 'JobRole'
export type RateType = 'Bill' | 'Cost'

export interface HourlyRateTables {
  /** Rates of an hour, in the account or in one project; the row without an end holds now, the others are history. */
  hourly_rate: {
    account_id: number
    hourly_rate_id: Generated<number>
    subject_type: SubjectType
    subject_id: number
    folder_id: number | null
    rate_type: RateType
    source: SubjectType
    value: number | null
    /** Whose rate it is, where the source is a job role. */
    job_role_id: number | null
    /** Counts for work of this day and later. */
    applies_from: Generated<Date>
    started_at: Generated<Date>
    ended_at: Date | null
  }
  /** Who was taken out of a project's team. */
  project_exclusion: {
    account_id: number
    folder_id: number
    subject_type: 'User' | 'Placeholder'
    subject_id: number
  }
}
