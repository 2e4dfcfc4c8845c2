import type { Generated } from 'kysely'
import type { WeekDay } from '#contract/work-days.ts'

export interface WorkScheduleTables {
  work_schedule: {
    account_id: number
    work_schedule_id: Generated<number>
    title: string
    /** One in each account: it holds for everybody who is not assigned elsewhere. */
    is_default: Generated<boolean>
    /** Days of the week that are worked, in the order of the API; never none. */
    work_days: WeekDay[]
    capacity_minutes: Generated<number>
    created_at: Generated<Date>
    version: Generated<number>
  }
  work_schedule_capacity_change: {
    account_id: number
    work_schedule_capacity_change_id: Generated<number>
    work_schedule_id: number
    /** yyyy-MM-dd, both inclusive. */
    from_date: string
    to_date: string
    capacity_minutes: number
    version: Generated<number>
  }
}
