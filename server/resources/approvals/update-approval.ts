import type { Caller } from '#access/caller.ts'
import { type Permit, permit } from '#access/permit.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changedBy } from '#events/change.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { placeOfApproval, requireOpen, visibleApprovals } from './access.ts'
import { askPeople, readApprovers } from './approvers.ts'
import type * as contract from './contract.ts'
import { approvalChanged, approvalPartsChanged, approvalStatusChanged } from './events.ts'
import { readFiles } from './files.ts'
import { type ApprovalRow, presentApproval } from './presenter.ts'
import { lockApproval, withParts } from './queries.ts'
import { statusAfter } from './state.ts'

type Update = Input<typeof contract.updateApproval>

/**
 * Changes an open approval: what is sent, nothing else. Its status follows from who is left to decide.
 *
 * @throws {Refused} `access_forbidden` for whoever may not edit the item, `not_allowed` once it is finished or cancelled,
 * `invalid_parameter` for somebody in both lists.
 */
export const updateApproval: Handler<typeof contract.updateApproval> = async ({ caller, input }) => {
  const [known] = (await visibleApprovals(caller, [input.approvalId])) as [ApprovalRow]
  const place = await permit(caller, 'requestApproval', placeOfApproval(known))
  requireOpen(known)
  const parts = await readParts(caller, place, input)

  return change(caller, async (rows, inside) => {
    const approval_id = known.approval_id
    const { row: before } = await lockApproval(rows, caller, approval_id)
    requireOpen(before)
    const asked = await askPeople(rows, caller, place, approval_id, parts.addApprovers)
    const dismissed = await without(parts.removeApprovers, (approver_id) =>
      rows.delete('approval_decision', place, { approval_id, approver_id }),
    )
    const filed = await rows.insertAll(
      'approval_attachment',
      place,
      parts.addFiles.map((attachment_id) => ({ approval_id, attachment_id })),
    )
    const unfiled = await without(parts.removeFiles, (attachment_id) =>
      rows.delete('approval_attachment', place, { approval_id, attachment_id }),
    )
    const { decisions } = await lockApproval(rows, caller, approval_id)
    const content = changesOf(input)
    const status = statusAfter({ ...before, ...content }, decisions)
    const isFinished = status === 'Approved' || status === 'Rejected'
    const [after] = (await rows.update(
      'approval',
      place,
      { approval_id },
      {
        ...content,
        status,
        ...(isFinished ? { finisher_id: caller.personId } : {}),
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [ApprovalRow]
    const events = [
      ...(Object.keys(content).length > 0 ? [approvalChanged(before, after)] : []),
      ...approvalPartsChanged(
        after,
        'Approvers',
        asked,
        dismissed.map((row) => row.approver_id),
      ),
      ...approvalPartsChanged(
        after,
        'Attachments',
        filed.map((row) => row.attachment_id),
        unfiled.map((row) => row.attachment_id),
      ),
      ...(after.status === before.status ? [] : [approvalStatusChanged(before, after)]),
    ]
    return changedBy({ data: (await withParts(inside, [after])).map((full) => presentApproval(caller, full)) }, events)
  })
}

async function readParts(caller: Caller, place: Permit<'requestApproval'>, input: Update) {
  const parts = {
    addApprovers: await readApprovers(caller, place, input.addApprovers),
    removeApprovers: await resolvePeople(caller, input.removeApprovers),
    addFiles: await readFiles(caller, place, input.addAttachments, 'addAttachments'),
    removeFiles: await readFiles(caller, place, input.removeAttachments, 'removeAttachments'),
  }
  const both = (added: readonly number[], removed: readonly number[]) => added.some((id) => removed.includes(id))
  if (both(parts.addApprovers, parts.removeApprovers))
    throw invalidParameter('A contact is in addApprovers and in removeApprovers')
  if (both(parts.addFiles, parts.removeFiles))
    throw invalidParameter('An attachment is in addAttachments and in removeAttachments')
  return parts
}

const changesOf = (input: Update) => ({
  ...(input.description === undefined ? {} : { description: input.description }),
  ...(input.dueDate === undefined ? {} : { due_date: input.dueDate }),
  ...(input.autoFinishOnApprove === undefined ? {} : { finish_on_approve: input.autoFinishOnApprove }),
  ...(input.autoFinishOnReject === undefined ? {} : { finish_on_reject: input.autoFinishOnReject }),
})

/** A deletion that names nothing is none. */
const without = async <R>(ids: readonly number[], remove: (ids: readonly number[]) => Promise<R[]>): Promise<R[]> =>
  ids.length === 0 ? [] : remove(ids)
