import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { scheduleById } from './access.ts'
import type * as contract from './contract/index.ts'
import { workScheduleCreated } from './events.ts'
import { presentWorkSchedule } from './presenter.ts'
import { copyEntries } from './queries.ts'

/** Makes a schedule with the week, the exceptions and the capacity changes of another; its users stay where they are. */
export const duplicateWorkSchedule: Handler<typeof contract.duplicateWorkSchedule> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const original = await scheduleById(caller, input.workscheduleId)
  return change(caller, async (rows) => {
    const { work_days, capacity_minutes } = original
    const copy = await rows.insert('work_schedule', may, { title: input.title, work_days, capacity_minutes })
    await copyEntries(rows, may, original.work_schedule_id, copy.work_schedule_id)
    return changed({ data: [presentWorkSchedule(caller, copy)] }, workScheduleCreated(copy))
  })
}
