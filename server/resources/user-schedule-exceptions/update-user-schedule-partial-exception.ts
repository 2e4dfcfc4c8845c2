import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { daysOfRange } from '../work-schedules/entries/days.ts'
import type * as contract from './contract/index.ts'
import { presentPartialException } from './presenter.ts'

/** Changes a partial exception. */
export const updateUserSchedulePartialException: Handler<typeof contract.updateUserSchedulePartialException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'user_schedule_partial_exception', input.userSchedulePartialExclusionId)
  const changes = {
    ...daysOfRange(input.dateRange),
    capacity_minutes: input.capacityMinutes,
    exclusion_type: input.exclusionType ?? before.exclusion_type,
    version: before.version + 1,
  }
  const key = { user_schedule_partial_exception_id: before.user_schedule_partial_exception_id }
  return changeEntry(
    caller,
    'user_schedule_partial_exception',
    async (rows) => ({ before, after: (await rows.update('user_schedule_partial_exception', may, key, changes))[0] }),
    (row) => [presentPartialException(caller, row)],
  )
}
