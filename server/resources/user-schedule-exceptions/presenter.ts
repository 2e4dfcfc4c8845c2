import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { EntryRow } from '../work-schedules/entries/tables.ts'
import type { UserScheduleCapacityChange } from './contract/capacity-changes.ts'
import type { UserScheduleException } from './contract/exclusions.ts'
import type { UserSchedulePartialException } from './contract/partial-exclusions.ts'

/** Row → UserScheduleException */
export const presentException = (
  caller: Caller,
  row: EntryRow<'user_schedule_exception'>,
): Static<typeof UserScheduleException> => ({
  id: encodeId('UserScheduleExclusion', caller.accountId, row.user_schedule_exception_id),
  userId: encodeId('Contact', caller.accountId, row.person_id),
  fromDate: row.from_date,
  toDate: row.to_date,
  isWorkDays: row.exclusion_type === 'Overtime',
  exclusionType: row.exclusion_type,
})

/** Row → UserScheduleCapacityChange */
export const presentCapacityChange = (
  caller: Caller,
  row: EntryRow<'user_schedule_capacity_change'>,
): Static<typeof UserScheduleCapacityChange> => ({
  id: encodeId('UserScheduleCapacityChange', caller.accountId, row.user_schedule_capacity_change_id),
  userId: encodeId('Contact', caller.accountId, row.person_id),
  startDate: row.from_date,
  finishDate: row.to_date,
  capacityMinutes: row.capacity_minutes,
})

/** Row → UserSchedulePartialException */
export const presentPartialException = (
  caller: Caller,
  row: EntryRow<'user_schedule_partial_exception'>,
): Static<typeof UserSchedulePartialException> => ({
  id: encodeId('UserSchedulePartialExclusion', caller.accountId, row.user_schedule_partial_exception_id),
  userId: encodeId('Contact', caller.accountId, row.person_id),
  startDate: row.from_date,
  finishDate: row.to_date,
  exclusionType: row.exclusion_type,
  capacityMinutes: row.capacity_minutes,
})
