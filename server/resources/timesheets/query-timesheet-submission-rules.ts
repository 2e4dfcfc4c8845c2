import type { Handler } from '#contract/handler.ts'
import { scheduleById } from '../work-schedules/access.ts'
import { scheduleRows } from '../work-schedules/queries.ts'
import type * as contract from './contract.ts'
import { presentRules } from './submission-rules.ts'

/** Lists the rules of all work schedules, or reads that of one. */
export const queryTimesheetSubmissionRules: Handler<typeof contract.queryTimesheetSubmissionRules> = async ({
  caller,
  input: { workscheduleId },
}) => {
  const schedules =
    workscheduleId === undefined ? await scheduleRows(caller) : [await scheduleById(caller, workscheduleId)]
  return {
    data: await presentRules(
      caller,
      schedules.map((schedule) => schedule.work_schedule_id),
    ),
  }
}
