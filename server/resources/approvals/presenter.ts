import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import type { Selectable } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import type { Approval } from './contract.ts'
import type { ApprovalTables } from './tables.ts'

export type ApprovalRow = Selectable<ApprovalTables['approval']>
export type DecisionRow = Selectable<ApprovalTables['approval_decision']>

/** An approval with what belongs to it. */
export interface FullApproval {
  row: ApprovalRow
  decisions: readonly DecisionRow[]
  attachmentIds: readonly number[]
}

/** Row → Approval. The files of an approval are its review, which has its number. */
export function presentApproval(
  { accountId }: Caller,
  { row, decisions, attachmentIds }: FullApproval,
): Static<typeof Approval> {
  const contact = (personId: number) => encodeId('Contact', accountId, personId)
  return {
    id: encodeId('Approval', accountId, row.approval_id),
    ...(row.task_id === null ? {} : { taskId: encodeId('Task', accountId, row.task_id) }),
    ...(row.folder_id === null ? {} : { folderId: encodeId('Folder', accountId, row.folder_id) }),
    authorId: contact(row.author_id),
    title: '',
    description: row.description,
    updatedDate: formatInstant(row.updated_at),
    ...(row.due_date === null ? {} : { dueDate: row.due_date }),
    decisions: decisions.map((decision) => ({
      approverId: contact(decision.approver_id),
      comment: decision.comment,
      status: decision.status,
      updatedDate: formatInstant(decision.updated_at),
    })),
    ...(attachmentIds.length === 0 ? {} : { reviewId: encodeId('Review', accountId, row.approval_id) }),
    attachmentIds: attachmentIds.map((id) => encodeId('Attachment', accountId, id)),
    type: row.type,
    autoFinishOnApprove: row.finish_on_approve,
    autoFinishOnReject: row.finish_on_reject,
    finished: row.status === 'Approved' || row.status === 'Rejected',
    ...(row.finisher_id === null ? {} : { finisherId: contact(row.finisher_id) }),
    status: row.status,
  }
}
