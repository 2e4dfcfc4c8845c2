import type { EventRecord } from '#events/change.ts'
import type { LineRow, SheetRow } from './queries.ts'

export const timesheetCreated = (sheet: SheetRow): EventRecord => ({
  type: 'TimesheetCreated',
  entityType: 'timesheet',
  entityId: sheet.timesheet_id,
  after: {
    personId: sheet.person_id,
    timeframe: sheet.timeframe,
    periodStart: sheet.period_start,
    status: sheet.status,
  },
})

export const timesheetStatusChanged = (before: SheetRow, after: SheetRow): EventRecord => ({
  type: 'TimesheetStatusChanged',
  entityType: 'timesheet',
  entityId: after.timesheet_id,
  before: { status: before.status },
  after: { personId: after.person_id, periodStart: after.period_start, status: after.status },
})

/** Rows for tasks were added by hand, or a row has another category. */
export const timesheetRowsChanged = (timesheetId: number, before: LineRow[], after: LineRow[]): EventRecord => ({
  type: 'TimesheetRowsChanged',
  entityType: 'timesheet',
  entityId: timesheetId,
  before: { rows: before.map(said) },
  after: { rows: after.map(said) },
})

const said = (line: LineRow) => ({ rowId: line.timesheet_row_id, taskId: line.task_id, categoryId: line.category_id })
