import type { Approval, UpdateApprovalInput } from '@taskwright/sdk'

/** An approval as the form has it. */
export interface Draft {
  description: string
  approvers: readonly string[]
  /** yyyy-MM-dd, or empty. */
  dueDate: string
  /** Files by their first versions. */
  attachments: readonly string[]
  type: Approval['type']
  autoFinishOnApprove: boolean
  autoFinishOnReject: boolean
}

/** What the form begins with: another approval, or nothing but files. The due date of one that is over is over too. */
export const draftOf = (like: Approval | undefined, files: readonly string[]): Draft => ({
  description: like?.description ?? '',
  approvers: like?.decisions.map(({ approverId }) => approverId) ?? [],
  dueDate: (like && !like.finished && like.status !== 'Cancelled' && like.dueDate) || '',
  attachments: like?.attachmentIds ?? files,
  type: like?.type ?? 'Regular',
  autoFinishOnApprove: like?.autoFinishOnApprove ?? true,
  autoFinishOnReject: like?.autoFinishOnReject ?? true,
})

/** What is other in the form than in the approval. */
export function updateOf(known: Approval, draft: Draft): Omit<UpdateApprovalInput, 'approvalId'> {
  const added = draft.attachments.filter((id) => !known.attachmentIds.includes(id))
  const removed = known.attachmentIds.filter((id) => !draft.attachments.includes(id))
  return {
    ...(draft.description !== known.description && { description: draft.description }),
    ...(draft.dueDate && draft.dueDate !== known.dueDate && { dueDate: draft.dueDate }),
    ...(added.length > 0 && { addAttachments: added }),
    ...(removed.length > 0 && { removeAttachments: removed }),
    ...(draft.autoFinishOnApprove !== known.autoFinishOnApprove && { autoFinishOnApprove: draft.autoFinishOnApprove }),
    ...(draft.autoFinishOnReject !== known.autoFinishOnReject && { autoFinishOnReject: draft.autoFinishOnReject }),
  }
}
