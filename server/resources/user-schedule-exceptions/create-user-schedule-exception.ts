import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { checkedDays } from '../work-schedules/entries/days.ts'
import type * as contract from './contract/index.ts'
import { presentException } from './presenter.ts'

/** Makes days of a person free, or work days; of several exceptions for one day the newest counts. */
export const createUserScheduleException: Handler<typeof contract.createUserScheduleException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const [person_id] = (await resolvePeople(caller, [{ contact: input.userId }])) as [number]
  const days = checkedDays('toDate', { from_date: input.fromDate, to_date: input.toDate })
  const values = { person_id, ...days, exclusion_type: input.exclusionType }
  return changeEntry(
    caller,
    'user_schedule_exception',
    async (rows) => ({ after: await rows.insert('user_schedule_exception', may, values) }),
    (row) => [presentException(caller, row)],
  )
}
