import type { Handler } from '#contract/handler.ts'
import { scheduleById } from './access.ts'
import type * as contract from './contract/index.ts'
import { presentWorkSchedule } from './presenter.ts'
import { scheduleRows } from './queries.ts'

/** Lists the work schedules of the account, or reads one of them. */
export const queryWorkSchedules: Handler<typeof contract.queryWorkSchedules> = async ({ caller, input, fields }) => {
  const wishes = { users: fields.has('userIds') }
  const rows =
    input.workscheduleId === undefined
      ? await scheduleRows(caller, wishes)
      : [await scheduleById(caller, input.workscheduleId, wishes)]
  return { data: rows.map((row) => presentWorkSchedule(caller, row)) }
}
