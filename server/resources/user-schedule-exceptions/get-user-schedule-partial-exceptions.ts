import type { Handler } from '#contract/handler.ts'
import { entriesByIds } from '../work-schedules/entries/access.ts'
import type * as contract from './contract/index.ts'
import { presentPartialException } from './presenter.ts'

/** Reads partial exceptions by id, in the order of the request. */
export const getUserSchedulePartialExceptions: Handler<typeof contract.getUserSchedulePartialExceptions> = async ({
  caller,
  input,
}) => ({
  data: (await entriesByIds(caller, 'user_schedule_partial_exception', input.userSchedulePartialExclusionIds)).map(
    (row) => presentPartialException(caller, row),
  ),
})
