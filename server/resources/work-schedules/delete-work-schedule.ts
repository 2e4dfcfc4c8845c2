import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { scheduleById } from './access.ts'
import { lockCalendars } from './calendars/queries.ts'
import type * as contract from './contract/index.ts'
import { workScheduleDeleted } from './events.ts'
import { presentWorkSchedule } from './presenter.ts'
import { releaseSchedule } from './queries.ts'
import { rescheduleTouched } from './rescheduling/reschedule-touched.ts'

/**
 * Deletes a schedule with its exceptions; users and tasks that had it fall back to what holds without it.
 *
 * @throws {Refused} `not_allowed` for the default schedule.
 */
export const deleteWorkSchedule: Handler<typeof contract.deleteWorkSchedule> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await scheduleById(caller, input.workscheduleId)
  if (before.is_default) throw notAllowed('The default schedule of the account cannot be deleted')

  return change(caller, async (rows) => {
    await lockCalendars(rows, caller.accountId, 'alone')
    const { people, tasks } = await releaseSchedule(rows, may, before.work_schedule_id)
    await rows.delete('work_schedule', may, { work_schedule_id: before.work_schedule_id })
    return changed(
      { data: [presentWorkSchedule(caller, before)] },
      workScheduleDeleted(before, people.length > 0 ? { removedUsers: people } : {}),
      ...(await rescheduleTouched(rows, caller.accountId, { people, tasks })),
    )
  })
}
