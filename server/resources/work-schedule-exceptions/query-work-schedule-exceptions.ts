import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { scheduleById } from '../work-schedules/access.ts'
import { touchesRange } from '../work-schedules/entries/days.ts'
import { entryRows } from '../work-schedules/entries/queries.ts'
import type * as contract from './contract.ts'
import { presentScheduleException } from './presenter.ts'

/** Lists the exceptions of a schedule by their days. */
export const queryWorkScheduleExceptions: Handler<typeof contract.queryWorkScheduleExceptions> = async ({
  caller,
  input,
}) => {
  const { work_schedule_id } = await scheduleById(caller, input.workscheduleId)
  const rows = await entryRows(caller, 'work_schedule_exception', [
    sql<boolean>`e.work_schedule_id = ${work_schedule_id}`,
    ...(input.dateRange ? [touchesRange(input.dateRange)] : []),
  ])
  return { data: rows.map((row) => presentScheduleException(caller, row)) }
}
