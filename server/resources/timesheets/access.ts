import type { Caller } from '#access/caller.ts'
import { forbidden, notAllowed, notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import { closedDay, type LineRow, lineById, type SheetRow, sheetById } from './queries.ts'

export const isAdmin = (caller: Caller): boolean => caller.role === 'owner' || caller.role === 'admin'

/**
 * A timesheet of the caller, or for an account admin of anybody.
 *
 * @throws {Refused} `resource_not_found`, or `access_forbidden` for one of somebody else.
 */
export async function sheetFor(caller: Caller, timesheetId: number): Promise<SheetRow> {
  const sheet = await sheetById(caller, timesheetId)
  const text = () => idAsSent(caller.accountId, 'Timesheet', timesheetId)
  if (!sheet) throw notFound('Timesheet', text())
  if (sheet.person_id !== caller.personId && !isAdmin(caller))
    throw forbidden(`Timesheet '${text()}' is not shared with you`)
  return sheet
}

/** A row of such a timesheet. */
export async function lineFor(caller: Caller, rowId: number): Promise<{ line: LineRow; sheet: SheetRow }> {
  const line = await lineById(caller, rowId)
  const text = () => idAsSent(caller.accountId, 'TimesheetRow', rowId)
  if (!line) throw notFound('Timesheet row', text())
  const sheet = (await sheetById(caller, line.timesheet_id)) as SheetRow
  if (sheet.person_id !== caller.personId && !isAdmin(caller))
    throw forbidden(`Timesheet row '${text()}' is not shared with you`)
  return { line, sheet }
}

/** @throws {Refused} `not_allowed` for a timesheet that is submitted or approved. */
export function requireOpenSheet({ status }: Pick<SheetRow, 'status'>): void {
  if (status === 'Pending' || status === 'Approved')
    throw notAllowed(`The timesheet is ${status === 'Pending' ? 'submitted' : 'approved'}: its time does not change`)
}

/** @throws {Refused} `not_allowed` if a submitted or approved timesheet of the person holds one of the days. */
export async function refuseSubmitted(caller: Caller, personId: number, days: readonly string[]): Promise<void> {
  const closed = await closedDay(caller, personId, days)
  if (closed) requireOpenSheet(closed)
}
