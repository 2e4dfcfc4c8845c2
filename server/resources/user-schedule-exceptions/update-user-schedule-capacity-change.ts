import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { daysOfRange } from '../work-schedules/entries/days.ts'
import type * as contract from './contract/index.ts'
import { presentCapacityChange } from './presenter.ts'

/** Changes days and hours of a capacity change. */
export const updateUserScheduleCapacityChange: Handler<typeof contract.updateUserScheduleCapacityChange> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'user_schedule_capacity_change', input.userScheduleCapacityChangeId)
  const changes = {
    ...daysOfRange(input.dateRange),
    capacity_minutes: input.capacityMinutes,
    version: before.version + 1,
  }
  const key = { user_schedule_capacity_change_id: before.user_schedule_capacity_change_id }
  return changeEntry(
    caller,
    'user_schedule_capacity_change',
    async (rows) => ({ before, after: (await rows.update('user_schedule_capacity_change', may, key, changes))[0] }),
    (row) => [presentCapacityChange(caller, row)],
  )
}
