import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { checkedDays } from '../work-schedules/entries/days.ts'
import type * as contract from './contract.ts'
import { presentScheduleException } from './presenter.ts'

/** Changes an exception of a schedule: what is sent, nothing else. */
export const updateWorkScheduleException: Handler<typeof contract.updateWorkScheduleException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'work_schedule_exception', input.workscheduleExclusionId)
  const changes = {
    ...checkedDays(input.toDate === undefined ? 'fromDate' : 'toDate', {
      from_date: input.fromDate ?? before.from_date,
      to_date: input.toDate ?? before.to_date,
    }),
    exclusion_type: input.exclusionType ?? before.exclusion_type,
    version: before.version + 1,
  }
  const key = { work_schedule_exception_id: before.work_schedule_exception_id }
  return changeEntry(
    caller,
    'work_schedule_exception',
    async (rows) => ({ before, after: (await rows.update('work_schedule_exception', may, key, changes))[0] }),
    (row) => [presentScheduleException(caller, row)],
  )
}
