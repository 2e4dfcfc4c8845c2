import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { scheduleById } from './access.ts'
import type * as contract from './contract/index.ts'
import { changeEntry } from './entries/change-entry.ts'
import { daysOfRange } from './entries/days.ts'
import { presentCapacityChange } from './presenter.ts'

/** Gives the work days of a schedule other hours for a while. */
export const createWorkScheduleCapacityChange: Handler<typeof contract.createWorkScheduleCapacityChange> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const { work_schedule_id } = await scheduleById(caller, input.workscheduleId)
  const values = { work_schedule_id, ...daysOfRange(input.dateRange), capacity_minutes: input.capacityMinutes }
  return changeEntry(
    caller,
    'work_schedule_capacity_change',
    async (rows) => ({ after: await rows.insert('work_schedule_capacity_change', may, values) }),
    (row) => [presentCapacityChange(caller, row)],
  )
}
