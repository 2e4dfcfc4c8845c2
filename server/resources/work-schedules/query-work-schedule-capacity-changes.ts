import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { scheduleById } from './access.ts'
import type * as contract from './contract/index.ts'
import { touchesRange } from './entries/days.ts'
import { entryRows } from './entries/queries.ts'
import { presentCapacityChange } from './presenter.ts'

/** Lists the capacity changes of a schedule by their days. */
export const queryWorkScheduleCapacityChanges: Handler<typeof contract.queryWorkScheduleCapacityChanges> = async ({
  caller,
  input,
}) => {
  const { work_schedule_id } = await scheduleById(caller, input.workscheduleId)
  const rows = await entryRows(caller, 'work_schedule_capacity_change', [
    sql<boolean>`e.work_schedule_id = ${work_schedule_id}`,
    ...(input.dateRange ? [touchesRange(input.dateRange)] : []),
  ])
  return { data: rows.map((row) => presentCapacityChange(caller, row)) }
}
