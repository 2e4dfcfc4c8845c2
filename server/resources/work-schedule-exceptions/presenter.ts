import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { EntryRow } from '../work-schedules/entries/tables.ts'
import type { WorkScheduleException } from './contract.ts'

/** Row → WorkScheduleException */
export const presentScheduleException = (
  caller: Caller,
  row: EntryRow<'work_schedule_exception'>,
): Static<typeof WorkScheduleException> => ({
  id: encodeId('WorkScheduleExclusion', caller.accountId, row.work_schedule_exception_id),
  fromDate: row.from_date,
  toDate: row.to_date,
  isWorkDays: row.exclusion_type === 'AdditionalWorkDays',
  exclusionType: row.exclusion_type,
})
