import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { checkedDays } from '../work-schedules/entries/days.ts'
import type * as contract from './contract/index.ts'
import { presentException } from './presenter.ts'

/** Changes an exception of a person: what is sent, nothing else. */
export const updateUserScheduleException: Handler<typeof contract.updateUserScheduleException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const before = await entryById(caller, 'user_schedule_exception', input.userScheduleExclusionId)
  const changes = {
    ...checkedDays(input.toDate === undefined ? 'fromDate' : 'toDate', {
      from_date: input.fromDate ?? before.from_date,
      to_date: input.toDate ?? before.to_date,
    }),
    exclusion_type: input.exclusionType ?? before.exclusion_type,
    version: before.version + 1,
  }
  const key = { user_schedule_exception_id: before.user_schedule_exception_id }
  return changeEntry(
    caller,
    'user_schedule_exception',
    async (rows) => ({ before, after: (await rows.update('user_schedule_exception', may, key, changes))[0] }),
    (row) => [presentException(caller, row)],
  )
}
