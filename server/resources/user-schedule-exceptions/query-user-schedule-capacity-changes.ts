import type { Handler } from '#contract/handler.ts'
import { entryRows } from '../work-schedules/entries/queries.ts'
import type * as contract from './contract/index.ts'
import { entryConditions } from './filters.ts'
import { presentCapacityChange } from './presenter.ts'

/** Lists capacity changes of people by their days. */
export const queryUserScheduleCapacityChanges: Handler<typeof contract.queryUserScheduleCapacityChanges> = async ({
  caller,
  input,
}) => {
  const rows = await entryRows(caller, 'user_schedule_capacity_change', await entryConditions(caller, input))
  return { data: rows.map((row) => presentCapacityChange(caller, row)) }
}
