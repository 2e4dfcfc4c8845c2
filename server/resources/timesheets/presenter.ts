import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { TimelogRow } from '../timelogs/presenter.ts'
import type { Timesheet, TimesheetRow } from './contract.ts'
import { weekStart, weeksOf } from './period.ts'
import { entriesOf, firstDayOfWeek, linesOf, type SheetRow, type ShownLine } from './queries.ts'

type Week = Static<typeof TimesheetRow>['weeklyEntries'][number]

/** Timesheets with their rows and entries: three queries, whatever their number. */
export async function presentTimesheets(
  caller: Caller,
  sheets: readonly SheetRow[],
): Promise<Static<typeof Timesheet>[]> {
  if (sheets.length === 0) return []
  const sheetIds = sheets.map((sheet) => sheet.timesheet_id)
  const lines = Map.groupBy(await linesOf(caller, sheetIds), (line) => line.timesheet_id)
  const entries = Map.groupBy(await entriesOf(caller, sheetIds), (entry) => entry.timesheet_row_id)
  const firstDay = await firstDayOfWeek(caller)
  return sheets.map((sheet) => ({
    timesheetId: encodeId('Timesheet', caller.accountId, sheet.timesheet_id),
    accountId: encodeAccountId(caller.accountId),
    userId: encodeId('Contact', caller.accountId, sheet.person_id),
    periodStartDate: sheet.period_start,
    periodEndDate: sheet.period_end,
    timeframe: sheet.timeframe,
    approval: { status: sheet.status },
    rows: (lines.get(sheet.timesheet_id) ?? []).map((line) =>
      presentLine(caller, line, weeks(caller, sheet, entries.get(line.timesheet_row_id) ?? [], firstDay)),
    ),
  }))
}

/** One row of a timesheet, read anew. */
export async function presentRow(caller: Caller, sheet: SheetRow, rowId: number): Promise<Static<typeof TimesheetRow>> {
  const lines = await linesOf(caller, [sheet.timesheet_id])
  const line = lines.find((one) => one.timesheet_row_id === rowId) as ShownLine
  const entries = await entriesOf(caller, [sheet.timesheet_id], rowId)
  return presentLine(caller, line, weeks(caller, sheet, entries, await firstDayOfWeek(caller)))
}

function presentLine({ accountId }: Caller, line: ShownLine, weeklyEntries: Week[]): Static<typeof TimesheetRow> {
  return {
    rowId: encodeId('TimesheetRow', accountId, line.timesheet_row_id),
    taskId: encodeId('Task', accountId, line.task_id),
    ...(line.category_id === null ? {} : { categoryId: encodeId('TimelogCategory', accountId, line.category_id) }),
    type: 'Task',
    parentIds: line.parent_ids.map((folder) => encodeId('Folder', accountId, folder)),
    weeklyEntries,
  }
}

/** The weeks of a sheet, each with the days that have time. */
function weeks(caller: Caller, sheet: SheetRow, entries: readonly TimelogRow[], firstDay: string): Week[] {
  const byWeek = Map.groupBy(entries, (entry) => weekStart(entry.tracked_date, firstDay))
  return weeksOf({ start: sheet.period_start, end: sheet.period_end }, firstDay).map((week) => {
    const ofWeek = byWeek.get(week) ?? []
    const byDay = Map.groupBy(ofWeek, (entry) => entry.tracked_date)
    return {
      weekStartDate: week,
      hours: hours(ofWeek),
      entries: [...byDay].map(([date, ofDay]) => ({
        date,
        hours: hours(ofDay),
        timelogIds: ofDay.map((entry) => encodeId('Timelog', caller.accountId, entry.timelog_id)),
      })),
    }
  })
}

/** Hours together, to the second: sums of fractions are not exact. */
const hours = (entries: readonly { hours: number }[]): number =>
  Math.round(entries.reduce((sum, entry) => sum + entry.hours, 0) * 3600) / 3600
