import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { daysOfRange } from '../work-schedules/entries/days.ts'
import type * as contract from './contract/index.ts'
import { presentPartialException } from './presenter.ts'

/** Leaves a person a part of its days. */
export const createUserSchedulePartialException: Handler<typeof contract.createUserSchedulePartialException> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const [person_id] = (await resolvePeople(caller, [{ contact: input.userId }])) as [number]
  const days = daysOfRange(input.dateRange)
  const values = { person_id, ...days, capacity_minutes: input.capacityMinutes, exclusion_type: input.exclusionType }
  return changeEntry(
    caller,
    'user_schedule_partial_exception',
    async (rows) => ({ after: await rows.insert('user_schedule_partial_exception', may, values) }),
    (row) => [presentPartialException(caller, row)],
  )
}
