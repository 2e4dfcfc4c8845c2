import type { Handler } from '#contract/handler.ts'
import { entriesByIds } from '../work-schedules/entries/access.ts'
import type * as contract from './contract/index.ts'
import { presentCapacityChange } from './presenter.ts'

/** Reads capacity changes by id, in the order of the request. */
export const getUserScheduleCapacityChanges: Handler<typeof contract.getUserScheduleCapacityChanges> = async ({
  caller,
  input,
}) => ({
  data: (await entriesByIds(caller, 'user_schedule_capacity_change', input.userScheduleCapacityChangeIds)).map((row) =>
    presentCapacityChange(caller, row),
  ),
})
