import { permitAccount, permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { change, changedBy } from '#events/change.ts'
import { lockTime } from '../timelog-lock-periods/queries.ts'
import { personOf } from '../timelogs/access.ts'
import { requireOpenSheet } from './access.ts'
import type * as contract from './contract.ts'
import { timesheetCreated, timesheetRowsChanged } from './events.ts'
import { periodOf } from './period.ts'
import { presentTimesheets } from './presenter.ts'
import { addLines, firstDayOfWeek, type SheetRow, visibleSheets } from './queries.ts'

/**
 * Opens the timesheet of a period with rows for the time that is there and for tasks. There is one for each person and
 * period: asked for again, it is answered as it is.
 *
 * @throws {Refused} `not_allowed` for another user unless one is an account admin, and for new rows once it is submitted.
 */
export const createTimesheet: Handler<typeof contract.createTimesheet> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'ownTimesheets')
  const person_id = await personOf(caller, input.userId)
  const tasks = (input.taskIds ?? []).map((task) => ({ task }))
  await permitAll(caller, 'trackTime', tasks)
  const timeframe = input.timeframe ?? 'Weekly'
  const { start, end } = periodOf(input.periodStartDate, timeframe, await firstDayOfWeek(caller))

  return change(caller, async (rows, inside) => {
    await lockTime(rows, caller, 'alone')
    const [known] = await visibleSheets(inside, [
      sql<boolean>`person_id = ${person_id} and timeframe = ${timeframe} and period_start = ${start}::date`,
    ])
    const values = { person_id, timeframe, period_start: start, period_end: end }
    const sheet: SheetRow = known ?? (await rows.insert('timesheet', may, values))
    if (!known) await addLines(rows, caller, { personId: person_id, start, end })
    const lines = await rows.insertAll(
      'timesheet_row',
      may,
      tasks.map(({ task }) => ({ timesheet_id: sheet.timesheet_id, task_id: task, category_id: null })),
    )
    if (lines.length > 0) requireOpenSheet(sheet)
    return changedBy({ data: await presentTimesheets(inside, [sheet]) }, [
      ...(known ? [] : [timesheetCreated(sheet)]),
      ...(lines.length > 0 ? [timesheetRowsChanged(sheet.timesheet_id, [], lines)] : []),
    ])
  })
}
