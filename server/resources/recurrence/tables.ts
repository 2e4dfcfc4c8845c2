import type { Generated } from 'kysely'
import type { ScheduleType, WeekDay } from '#scheduling/recurrence.ts'

export interface RecurrenceTables {
  /** A series of tasks. Its tasks name it: `task.recurrence_id`, `occurrence_number`, `occurrence_date`. */
  recurrence: {
    account_id: number
    recurrence_id: Generated<number>
    name: string | null
    schedule_type: ScheduleType
    schedule_frequency: number
    /** None: the weekday of the start. */
    week_days: WeekDay[] | null
    /** yyyy-MM-dd */
    interval_start_date: string
    interval_end_date: string | null
    occurrence_limit: number | null
    /** Finished: the last task of it is done. Stopped: somebody ended it. */
    state: Generated<'Active' | 'Finished' | 'Stopped'>
    created_at: Generated<Date>
    version: Generated<number>
  }
}
