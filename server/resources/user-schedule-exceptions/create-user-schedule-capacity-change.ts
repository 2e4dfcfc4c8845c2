import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { changeEntry } from '../work-schedules/entries/change-entry.ts'
import { daysOfRange } from '../work-schedules/entries/days.ts'
import type * as contract from './contract/index.ts'
import { presentCapacityChange } from './presenter.ts'

/** Gives the work days of a person other hours for a while. */
export const createUserScheduleCapacityChange: Handler<typeof contract.createUserScheduleCapacityChange> = async ({
  caller,
  input,
}) => {
  const may = permitAccount(caller, 'manageWorkSchedules')
  const [person_id] = (await resolvePeople(caller, [{ contact: input.userId }])) as [number]
  const days = daysOfRange(input.dateRange)
  const values = { person_id, ...days, capacity_minutes: input.capacityMinutes }
  return changeEntry(
    caller,
    'user_schedule_capacity_change',
    async (rows) => ({ after: await rows.insert('user_schedule_capacity_change', may, values) }),
    (row) => [presentCapacityChange(caller, row)],
  )
}
