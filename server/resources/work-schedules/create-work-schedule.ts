import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { scheduleById } from './access.ts'
import { lockCalendars } from './calendars/queries.ts'
import type * as contract from './contract/index.ts'
import { workScheduleCreated } from './events.ts'
import { presentWorkSchedule } from './presenter.ts'
import { assignUsers } from './queries.ts'
import { rescheduleTouched } from './rescheduling/reschedule-touched.ts'
import { applyWeek } from './week.ts'

/** Creates a schedule; its users leave the one they had, and their tasks are fitted to their new days. */
export const createWorkSchedule: Handler<typeof contract.createWorkSchedule> = async ({ caller, input, fields }) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const people = await resolvePeople(
    caller,
    input.addUsers?.map((contact) => ({ contact })),
  )
  const values = { title: input.title, work_days: applyWeek([], input.workweek) }

  return change(caller, async (rows, inside) => {
    await lockCalendars(rows, caller.accountId, 'alone')
    const { work_schedule_id } = await rows.insert('work_schedule', may, {
      ...values,
      ...(input.capacityMinutes === undefined ? {} : { capacity_minutes: input.capacityMinutes }),
    })
    const addedUsers = await assignUsers(rows, may, people, work_schedule_id)
    const row = await scheduleById(inside, work_schedule_id, { users: fields.has('userIds') })
    return changed(
      { data: [presentWorkSchedule(caller, row)] },
      workScheduleCreated(row, addedUsers.length > 0 ? { addedUsers } : {}),
      ...(addedUsers.length > 0 ? await rescheduleTouched(rows, caller.accountId, { people: addedUsers }) : []),
    )
  })
}
