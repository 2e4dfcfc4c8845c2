import type { Generated } from 'kysely'
import type { ScheduleExclusionType } from './contract.ts'

export interface WorkScheduleExceptionTables {
  work_schedule_exception: {
    account_id: number
    work_schedule_exception_id: Generated<number>
    work_schedule_id: number
    /** yyyy-MM-dd, both inclusive. */
    from_date: string
    to_date: string
    exclusion_type: ScheduleExclusionType
    version: Generated<number>
  }
}
