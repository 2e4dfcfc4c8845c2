import type { Caller } from '#access/caller.ts'
import type { Place } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notAllowed, notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import type { ApprovalRow } from './presenter.ts'
import { existingApprovals } from './queries.ts'

/** The task or folder an approval is about. */
export const placeOfApproval = (row: ApprovalRow): Place =>
  row.task_id === null ? { folder: row.folder_id as number } : { task: row.task_id }

/**
 * The approvals with these ids, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`); none is given then.
 */
export async function visibleApprovals(caller: Caller, approvalIds: readonly number[]): Promise<ApprovalRow[]> {
  const rows = await visible(caller, 'approvals')
    .selectAll('approval')
    .where('approval.approval_id', 'in', approvalIds)
    .execute()
  const byId = new Map(rows.map((row) => [row.approval_id, row]))
  const missing = approvalIds.filter((id) => !byId.has(id))
  if (missing.length > 0) {
    const existing = await existingApprovals(caller, missing)
    const text = (id: number) => idAsSent(caller.accountId, 'Approval', id)
    const unknown = missing.find((id) => !existing.has(id))
    if (unknown !== undefined) throw notFound('Approval', text(unknown))
    throw forbidden(`Approval '${text(missing[0] as number)}' is not shared with you`)
  }
  return approvalIds.map((id) => byId.get(id) as ApprovalRow)
}

/** @throws {Refused} `not_allowed` for an approval that is finished or cancelled: nothing about it changes any more. */
export function requireOpen(row: ApprovalRow): void {
  if (row.status !== 'Draft' && row.status !== 'Pending')
    throw notAllowed(`The approval is ${row.status.toLowerCase()}: it does not change any more`)
}
