import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { lockTime } from '../timelog-lock-periods/queries.ts'
import { isAdmin, sheetFor } from './access.ts'
import { requireFullTime } from './capacity.ts'
import type * as contract from './contract.ts'
import { timesheetStatusChanged } from './events.ts'
import { presentTimesheets } from './presenter.ts'
import { type SheetRow, sheetById } from './queries.ts'

type Status = SheetRow['status']

/** What may become of a timesheet by its owner's hand; account admins may in addition do the other. */
const byOwner: Record<Status, readonly Status[]> = {
  NotSubmitted: ['Pending'],
  Pending: ['NotSubmitted'],
  Rejected: ['Pending', 'NotSubmitted'],
  Approved: [],
}
const byAdmin: Record<Status, readonly Status[]> = {
  NotSubmitted: [],
  Pending: ['Approved', 'Rejected'],
  Rejected: ['Approved'],
  Approved: ['Rejected', 'NotSubmitted', 'Pending'],
}

/**
 * Submits a timesheet, withdraws it, approves or rejects it. The status it has already has no effect.
 *
 * @throws {Refused} `not_allowed` for a step that does not lead on from its status, or that is for account admins; for
 * time that a hard rule finds missing.
 */
export const updateTimesheet: Handler<typeof contract.updateTimesheet> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'ownTimesheets')
  const { timesheet_id } = await sheetFor(caller, input.timesheetId)

  return change(caller, async (rows, inside) => {
    // Whoever is writing time is waited for: what is submitted is what is there.
    await lockTime(rows, caller, 'alone')
    const before = (await sheetById(inside, timesheet_id)) as SheetRow
    const status = input.approvalStatus
    if (before.status === status) return changedBy({ data: await presentTimesheets(inside, [before]) }, [])
    requireStep(caller, before.status, status)
    if (status === 'Pending') await requireFullTime(inside, before)
    const [after] = (await rows.update(
      'timesheet',
      may,
      { timesheet_id },
      {
        status,
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [SheetRow]
    return changedBy({ data: await presentTimesheets(inside, [after]) }, [timesheetStatusChanged(before, after)])
  })
}

function requireStep(caller: Caller, from: Status, to: Status): void {
  if (byOwner[from].includes(to)) return
  if (!byAdmin[from].includes(to)) throw notAllowed(`A timesheet that is ${from} does not become ${to}`)
  if (!isAdmin(caller)) throw notAllowed('Only account admins approve and reject timesheets')
}
