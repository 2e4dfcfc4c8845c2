import type { Handler } from '#contract/handler.ts'
import { entryRows } from '../work-schedules/entries/queries.ts'
import type * as contract from './contract/index.ts'
import { entryConditions } from './filters.ts'
import { presentException } from './presenter.ts'

/** Lists leave and overtime of people by their days. */
export const queryUserScheduleExceptions: Handler<typeof contract.queryUserScheduleExceptions> = async ({
  caller,
  input,
}) => {
  const rows = await entryRows(caller, 'user_schedule_exception', await entryConditions(caller, input))
  return { data: rows.map((row) => presentException(caller, row)) }
}
