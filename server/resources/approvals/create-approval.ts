import { permit } from '#access/permit.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { placeOf } from '../comments/access.ts'
import { askPeople, readApprovers } from './approvers.ts'
import type * as contract from './contract.ts'
import { approvalCreated, approvalStatusChanged } from './events.ts'
import { readFiles } from './files.ts'
import { presentApproval } from './presenter.ts'
import { withParts } from './queries.ts'

/**
 * Asks people to approve a task or a folder.
 *
 * @throws {Refused} for a place that is hidden, in the bin or logical, `access_forbidden` for whoever may not edit it.
 */
export const createApproval: Handler<typeof contract.createApproval> = async ({ caller, input }) => {
  const place = await permit(caller, 'requestApproval', placeOf(input))
  const people = await readApprovers(caller, place, input.approvers)
  const files = await readFiles(caller, place, input.attachments, 'attachments')
  if (input.type === 'FilesOnly' && files.length === 0)
    throw invalidValue('type', 'FilesOnly together with attachments')

  return change(caller, async (rows, inside) => {
    const row = await rows.insert('approval', place, {
      ...(place.on === 'task' ? { task_id: place.id } : { folder_id: place.id }),
      author_id: caller.personId,
      type: input.type ?? 'Regular',
      description: input.description ?? '',
      due_date: input.dueDate ?? null,
      finish_on_approve: input.autoFinishOnApprove ?? true,
      finish_on_reject: input.autoFinishOnReject ?? true,
      status: people.length === 0 ? 'Draft' : 'Pending',
    })
    await askPeople(rows, caller, place, row.approval_id, people)
    await rows.insertAll(
      'approval_attachment',
      place,
      files.map((attachment_id) => ({ approval_id: row.approval_id, attachment_id })),
    )
    const answer = (await withParts(inside, [row])).map((full) => presentApproval(caller, full))
    return changed({ data: answer }, approvalCreated(row), approvalStatusChanged(undefined, row))
  })
}
