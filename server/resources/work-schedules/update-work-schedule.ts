import { permitAccount } from '#access/permit.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { scheduleById } from './access.ts'
import { lockCalendars } from './calendars/queries.ts'
import type * as contract from './contract/index.ts'
import { workScheduleChanged } from './events.ts'
import { presentWorkSchedule } from './presenter.ts'
import { assignUsers } from './queries.ts'
import { rescheduleTouched } from './rescheduling/reschedule-touched.ts'
import { applyWeek } from './week.ts'

/**
 * Changes a schedule and who works by it: what is sent, nothing else. Assigned to the default schedule is who is assigned
 * to no other, so removing somebody from it changes nothing.
 *
 * @throws {Refused} `invalid_parameter` for somebody who is to be added and removed.
 */
export const updateWorkSchedule: Handler<typeof contract.updateWorkSchedule> = async ({ caller, input, fields }) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const { work_schedule_id, is_default } = await scheduleById(caller, input.workscheduleId)
  const named = (numbers: number[] = []) => numbers.map((contact) => ({ contact }))
  const added = await resolvePeople(caller, named(input.addUsers))
  const removed = await resolvePeople(caller, named(input.removeUsers))
  const both = new Set(added)
  if (removed.some((person) => both.has(person)))
    throw invalidParameter('A contact is to be added and removed in one call')

  return change(caller, async (rows, inside) => {
    await lockCalendars(rows, caller.accountId, 'alone')
    const before = await scheduleById(inside, work_schedule_id)
    await rows.update(
      'work_schedule',
      may,
      { work_schedule_id },
      {
        title: input.title ?? before.title,
        work_days: input.workweek ? applyWeek(before.work_days, input.workweek) : before.work_days,
        capacity_minutes: input.capacityMinutes ?? before.capacity_minutes,
        version: before.version + 1,
      },
    )
    const addedUsers = await assignUsers(rows, may, added, is_default ? null : work_schedule_id)
    const removedUsers = is_default ? [] : await assignUsers(rows, may, removed, null, work_schedule_id)
    const after = await scheduleById(inside, work_schedule_id, { users: fields.has('userIds') })
    const people = [...addedUsers, ...removedUsers]
    const schedules = `${before.work_days}` === `${after.work_days}` ? [] : [work_schedule_id]
    const touches = people.length > 0 || schedules.length > 0
    return changedBy({ data: [presentWorkSchedule(caller, after)] }, [
      ...workScheduleChanged(before, after, { addedUsers, removedUsers }),
      ...(touches ? await rescheduleTouched(rows, caller.accountId, { people, schedules }) : []),
    ])
  })
}
