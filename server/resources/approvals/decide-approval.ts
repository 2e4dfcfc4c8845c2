import { permit } from '#access/permit.ts'
import { forbidden } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { placeOfApproval, requireOpen, visibleApprovals } from './access.ts'
import type * as contract from './contract.ts'
import { approvalDecisionChanged, approvalStatusChanged } from './events.ts'
import { type ApprovalRow, type DecisionRow, presentApproval } from './presenter.ts'
import { lockApproval, withParts } from './queries.ts'
import { statusAfter } from './state.ts'

/**
 * An approver's own decision. It may finish the approval, by the approval's rules.
 *
 * @throws {Refused} `access_forbidden` for whoever is not asked, `not_allowed` once the approval is finished or cancelled.
 */
export const decideApproval: Handler<typeof contract.decideApproval> = async ({ caller, input }) => {
  const [known] = (await visibleApprovals(caller, [input.approvalId])) as [ApprovalRow]
  const place = await permit(caller, 'approve', placeOfApproval(known))

  return change(caller, async (rows, inside) => {
    const { row: before, decisions } = await lockApproval(rows, caller, known.approval_id)
    const own = decisions.find((decision) => decision.approver_id === caller.personId)
    if (!own) throw forbidden('Only those who are asked to approve decide, each for themselves')
    requireOpen(before)
    const [decision] = (await rows.update(
      'approval_decision',
      place,
      { approval_id: before.approval_id, approver_id: caller.personId },
      { status: input.status, comment: input.comment ?? '', updated_at: new Date() },
    )) as [DecisionRow]
    const status = statusAfter(
      before,
      decisions.map((other) => (other === own ? decision : other)),
    )
    const [after] = (await rows.update(
      'approval',
      place,
      { approval_id: before.approval_id },
      {
        status,
        ...(status === 'Pending' ? {} : { finisher_id: caller.personId }),
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [ApprovalRow]
    return changed(
      { data: (await withParts(inside, [after])).map((full) => presentApproval(caller, full)) },
      approvalDecisionChanged(after, own, decision),
      ...(after.status === before.status ? [] : [approvalStatusChanged(before, after)]),
    )
  })
}
