import type { Handler } from '#contract/handler.ts'
import { entryRows } from '../work-schedules/entries/queries.ts'
import type * as contract from './contract/index.ts'
import { entryConditions } from './filters.ts'
import { presentPartialException } from './presenter.ts'

/** Lists the days of which people work a part. */
export const queryUserSchedulePartialExceptions: Handler<typeof contract.queryUserSchedulePartialExceptions> = async ({
  caller,
  input,
}) => {
  const rows = await entryRows(caller, 'user_schedule_partial_exception', await entryConditions(caller, input))
  return { data: rows.map((row) => presentPartialException(caller, row)) }
}
