import type { Generated } from 'kysely'

export interface TimerTables {
  timer: {
    account_id: number
    person_id: number
    task_id: number
    started_at: Generated<Date>
    /** Null while it is paused. */
    running_since: Generated<Date | null>
    /** What it ran before `running_since`. */
    seconds: Generated<number>
    comment: Generated<string>
    category_id: number | null
  }
}
