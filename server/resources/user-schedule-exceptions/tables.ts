import type { Generated } from 'kysely'
import type { PartialExclusionType, UserExclusionType } from './contract/exclusion-types.ts'

/** What is different for one person; days are yyyy-MM-dd, both inclusive. */
export interface UserScheduleTables {
  user_schedule_exception: {
    account_id: number
    user_schedule_exception_id: Generated<number>
    person_id: number
    from_date: string
    to_date: string
    exclusion_type: UserExclusionType
    version: Generated<number>
  }
  user_schedule_capacity_change: {
    account_id: number
    user_schedule_capacity_change_id: Generated<number>
    person_id: number
    from_date: string
    to_date: string
    capacity_minutes: number
    version: Generated<number>
  }
  user_schedule_partial_exception: {
    account_id: number
    user_schedule_partial_exception_id: Generated<number>
    person_id: number
    from_date: string
    to_date: string
    exclusion_type: PartialExclusionType
    /** What is left of each day. */
    capacity_minutes: number
    version: Generated<number>
  }
}
