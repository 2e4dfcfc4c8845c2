import { permit, permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { refuseLocked } from '../timelog-lock-periods/access.ts'
import { lockTime } from '../timelog-lock-periods/queries.ts'
import { requireCategories } from '../timelogs/access.ts'
import { timelogChanged } from '../timelogs/events.ts'
import type { TimelogRow } from '../timelogs/presenter.ts'
import { lineFor, refuseSubmitted, requireOpenSheet } from './access.ts'
import type * as contract from './contract.ts'
import { timesheetRowsChanged } from './events.ts'
import { presentRow } from './presenter.ts'
import { addLines, entriesOf, type LineRow, type SheetRow, sheetById } from './queries.ts'

/**
 * Gives all time of a row another category. If the sheet has a row of that task and category, its time is this row's then.
 *
 * @throws {Refused} `not_allowed` where the time is submitted, approved or locked, `access_forbidden` where the caller may
 * not track time on the task.
 */
export const updateTimesheetRow: Handler<typeof contract.updateTimesheetRow> = async ({ caller, input }) => {
  const own = permitAccount(caller, 'ownTimesheets')
  const { line, sheet } = await lineFor(caller, input.timesheetRowId)
  await requireCategories(caller, [input.categoryId])
  const task = await permit(caller, 'trackTime', { task: line.task_id })

  return change(caller, async (rows, inside) => {
    await lockTime(rows, caller, 'alone')
    const before = await entriesOf(inside, [sheet.timesheet_id], line.timesheet_row_id)
    const days = before.map((entry) => entry.tracked_date)
    requireOpenSheet((await sheetById(inside, sheet.timesheet_id)) as SheetRow)
    await refuseSubmitted(inside, sheet.person_id, days)
    await refuseLocked(inside, line.task_id, days)
    if (line.category_id === input.categoryId)
      return changedBy({ data: [await presentRow(inside, sheet, line.timesheet_row_id)] }, [])
    const { timesheet_id, task_id } = line
    const absorbed = await rows.delete('timesheet_row', own, { timesheet_id, task_id, category_id: input.categoryId })
    const [after] = (await rows.update(
      'timesheet_row',
      own,
      { timesheet_row_id: line.timesheet_row_id },
      { category_id: input.categoryId },
    )) as [LineRow]
    const logs =
      before.length === 0
        ? []
        : await rows.update(
            'timelog',
            task,
            { timelog_id: before.map((entry) => entry.timelog_id) },
            { category_id: input.categoryId, updated_at: new Date() },
          )
    // The month of the same time needs a row for the category as well.
    await addLines(rows, caller, { personId: sheet.person_id, start: sheet.period_start, end: sheet.period_end })
    const events = logs.map((log) =>
      timelogChanged(
        before.find((one) => one.timelog_id === log.timelog_id),
        log as TimelogRow,
      ),
    )
    return changedBy({ data: [await presentRow(inside, sheet, line.timesheet_row_id)] }, [
      timesheetRowsChanged(timesheet_id, [line, ...absorbed], [after]),
      ...events,
    ])
  })
}
