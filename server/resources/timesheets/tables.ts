import type { Generated } from 'kysely'

export interface TimesheetTables {
  /** A person's time of one week or month. */
  timesheet: {
    account_id: number
    timesheet_id: Generated<number>
    person_id: number
    timeframe: 'Weekly' | 'Monthly'
    /** yyyy-MM-dd, both inside. */
    period_start: string
    period_end: string
    status: Generated<'NotSubmitted' | 'Pending' | 'Approved' | 'Rejected'>
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
  /** A task and a category of a timesheet; its entries are the records of time that have them. */
  timesheet_row: {
    account_id: number
    timesheet_row_id: Generated<number>
    timesheet_id: number
    task_id: number
    category_id: number | null
  }
  /** Where there is none, what the columns have by default holds. */
  timesheet_submission_rule: {
    account_id: number
    work_schedule_id: number
    enabled: Generated<boolean>
    rule_type: Generated<'Hard' | 'Soft'>
    frequency: Generated<'Day' | 'Week' | 'Month'>
    track_exceptions_mode: Generated<'TotalCapacity' | 'ActualCapacity'>
  }
}
