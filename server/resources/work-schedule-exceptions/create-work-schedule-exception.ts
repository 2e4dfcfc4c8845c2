import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { scheduleById } from '../work-schedules/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { checkedDays } from '../work-schedules/entries/days.ts'
import type * as contract from './contract.ts'
import { presentScheduleException } from './presenter.ts'

/** Makes days of a schedule free, or work days; of several exceptions for one day the newest counts. */
export const createWorkScheduleException: Handler<typeof contract.createWorkScheduleException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const { work_schedule_id } = await scheduleById(caller, input.workscheduleId)
  const days = checkedDays('toDate', { from_date: input.fromDate, to_date: input.toDate })
  const values = { work_schedule_id, ...days, exclusion_type: input.exclusionType }
  return changeEntry(
    caller,
    'work_schedule_exception',
    async (rows) => ({ after: await rows.insert('work_schedule_exception', may, values) }),
    (row) => [presentScheduleException(caller, row)],
  )
}
