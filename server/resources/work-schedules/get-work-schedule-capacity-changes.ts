import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract/index.ts'
import { entriesByIds } from './entries/access.ts'
import { presentCapacityChange } from './presenter.ts'

/** Reads capacity changes by id, in the order of the request. */
export const getWorkScheduleCapacityChanges: Handler<typeof contract.getWorkScheduleCapacityChanges> = async ({
  caller,
  input,
}) => {
  const rows = await entriesByIds(caller, 'work_schedule_capacity_change', input.workscheduleCapacityChangeIds)
  return { data: rows.map((row) => presentCapacityChange(caller, row)) }
}
