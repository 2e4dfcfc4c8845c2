import type { Generated } from 'kysely'

export interface TimelogTables {
  timelog: {
    account_id: number
    timelog_id: Generated<number>
    task_id: number
    person_id: number
    category_id: number | null
    hours: number
    /** yyyy-MM-dd */
    tracked_date: string
    comment: string
    billing_type: 'Billable' | 'NonBillable' | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
}
