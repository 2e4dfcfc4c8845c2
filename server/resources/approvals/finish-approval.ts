import { permit } from '#access/permit.ts'
import { notAllowed, required } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { placeOfApproval, requireOpen, visibleApprovals } from './access.ts'
import type * as contract from './contract.ts'
import { approvalStatusChanged } from './events.ts'
import { type ApprovalRow, presentApproval } from './presenter.ts'
import { lockApproval, withParts } from './queries.ts'
import { verdict } from './state.ts'

/**
 * Finishes an approval by hand: where its rules don't, or before everybody has decided.
 *
 * @throws {Refused} `access_forbidden` for whoever may not edit the item, `not_allowed` for a draft and once it is finished,
 * `parameter_required` while decisions are missing and no `status` is sent.
 */
export const finishApproval: Handler<typeof contract.finishApproval> = async ({ caller, input }) => {
  const [known] = (await visibleApprovals(caller, [input.approvalId])) as [ApprovalRow]
  const place = await permit(caller, 'requestApproval', placeOfApproval(known))

  return change(caller, async (rows, inside) => {
    const { row: before, decisions } = await lockApproval(rows, caller, known.approval_id)
    requireOpen(before)
    if (before.status === 'Draft') throw notAllowed('Nobody is asked to approve this: there is nothing to finish')
    const status = input.status ?? verdict(decisions)
    if (status === undefined) throw required('status')
    const [after] = (await rows.update(
      'approval',
      place,
      { approval_id: before.approval_id },
      {
        status,
        finisher_id: caller.personId,
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [ApprovalRow]
    return changed(
      { data: (await withParts(inside, [after])).map((full) => presentApproval(caller, full)) },
      approvalStatusChanged(before, after),
    )
  })
}
