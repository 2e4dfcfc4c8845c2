import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { placeOfApproval, requireOpen, visibleApprovals } from './access.ts'
import type * as contract from './contract.ts'
import { approvalStatusChanged } from './events.ts'
import { type ApprovalRow, presentApproval } from './presenter.ts'
import { lockApproval, withParts } from './queries.ts'

/**
 * Cancels an open approval; once more has no effect.
 *
 * @throws {Refused} `access_forbidden` for whoever may not edit the item, `not_allowed` once it is finished.
 */
export const cancelApproval: Handler<typeof contract.cancelApproval> = async ({ caller, input }) => {
  const [known] = (await visibleApprovals(caller, [input.approvalId])) as [ApprovalRow]
  const place = await permit(caller, 'requestApproval', placeOfApproval(known))

  return change(caller, async (rows, inside) => {
    const { row: before } = await lockApproval(rows, caller, known.approval_id)
    const present = async (row: ApprovalRow) => ({
      data: (await withParts(inside, [row])).map((full) => presentApproval(caller, full)),
    })
    if (before.status === 'Cancelled') return changedBy(await present(before), [])
    requireOpen(before)
    const [after] = (await rows.update(
      'approval',
      place,
      { approval_id: before.approval_id },
      {
        status: 'Cancelled',
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [ApprovalRow]
    return changedBy(await present(after), [approvalStatusChanged(before, after)])
  })
}
