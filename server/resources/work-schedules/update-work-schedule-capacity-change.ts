import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract/index.ts'
import { entryById } from './entries/access.ts'
import { changeEntry } from './entries/change-entry.ts'
import { daysOfRange } from './entries/days.ts'
import { presentCapacityChange } from './presenter.ts'

/** Changes days and hours of a capacity change. */
export const updateWorkScheduleCapacityChange: Handler<typeof contract.updateWorkScheduleCapacityChange> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'work_schedule_capacity_change', input.workscheduleCapacityChangeId)
  const key = { work_schedule_capacity_change_id: before.work_schedule_capacity_change_id }
  const changes = {
    ...daysOfRange(input.dateRange),
    capacity_minutes: input.capacityMinutes,
    version: before.version + 1,
  }
  return changeEntry(
    caller,
    'work_schedule_capacity_change',
    async (rows) => ({ before, after: (await rows.update('work_schedule_capacity_change', may, key, changes))[0] }),
    (row) => [presentCapacityChange(caller, row)],
  )
}
