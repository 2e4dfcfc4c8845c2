// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Approval {
  id: string
  taskId?: string
  folderId?: string
  authorId: string
  title: string
  description: string
  updatedDate: string
  dueDate?: string
  decisions: ApprovalDecision[]
  reviewId?: string
  attachmentIds: string[]
  type: 'Regular' | 'FilesOnly'
  autoFinishOnApprove: boolean
  autoFinishOnReject: boolean
  finished: boolean
  finisherId?: string
  status: 'Draft' | 'Pending' | 'Approved' | 'Rejected' | 'Cancelled' | 'NotRequired'
  taskGroupStatusChange?: Record<string, unknown>
}

export interface ApprovalDecision {
  approverId: string
  comment: string
  status: 'Pending' | 'Approved' | 'Rejected'
  updatedDate: string
}

/** What {@link queryApprovals} takes. */
export interface QueryApprovalsInput {
  statuses?: ('Pending' | 'Approved' | 'Rejected' | 'Cancelled' | 'Draft')[]
  updatedDate?: {
    start?: string
    equal?: string
    end?: string
  }
  /** Any of them */
  approvers?: string[]
  /** Any of them who has not decided yet */
  pendingApprovers?: string[]
  type?: 'Regular' | 'FilesOnly'
  dueDate?: {
    start?: string
    equal?: string
    end?: string
  }
  limit?: number
  pageSize?: number
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Approvals of everything the caller sees. Newest first. */
export const queryApprovals = /* @__PURE__ */ operation<QueryApprovalsInput, Approval>({
  id: 'queryApprovals',
  method: 'GET',
  paths: ['/approvals'],
  pageToken: 'nextPageToken',
})

/** What {@link queryApprovalsIn} takes. */
export interface QueryApprovalsInInput {
  folderId?: string
  taskId?: string
}

/** Approvals of one folder or task. Newest first. */
export const queryApprovalsIn = /* @__PURE__ */ operation<QueryApprovalsInInput, Approval>({
  id: 'queryApprovalsIn',
  method: 'GET',
  paths: ['/folders/{folderId}/approvals', '/tasks/{taskId}/approvals'],
})

/** What {@link getApprovals} takes. */
export interface GetApprovalsInput {
  approvalIds: string[]
}

/** Approvals by id */
export const getApprovals = /* @__PURE__ */ operation<GetApprovalsInput, Approval>({
  id: 'getApprovals',
  method: 'GET',
  paths: ['/approvals/{approvalIds}'],
})

/** What {@link createApproval} takes. */
export interface CreateApprovalInput {
  folderId?: string
  taskId?: string
  description?: string
  dueDate?: string
  approvers?: string[]
  attachments?: string[]
  /** FilesOnly: its attachments, not the item */
  type?: 'Regular' | 'FilesOnly'
  /** Finished once everybody has approved */
  autoFinishOnApprove?: boolean
  /** Finished once somebody has rejected */
  autoFinishOnReject?: boolean
}

/** Asks people to approve a folder or a task. A draft while nobody is asked. Whoever is asked reaches the task. The status of the task never changes. */
export const createApproval = /* @__PURE__ */ operation<CreateApprovalInput, Approval>({
  id: 'createApproval',
  method: 'POST',
  paths: ['/folders/{folderId}/approvals', '/tasks/{taskId}/approvals'],
})

/** What {@link updateApproval} takes. */
export interface UpdateApprovalInput {
  approvalId: string
  description?: string
  dueDate?: string
  addApprovers?: string[]
  removeApprovers?: string[]
  addAttachments?: string[]
  removeAttachments?: string[]
  autoFinishOnApprove?: boolean
  autoFinishOnReject?: boolean
}

/** Changes what is to be approved, and by whom. Until it is finished or cancelled. */
export const updateApproval = /* @__PURE__ */ operation<UpdateApprovalInput, Approval>({
  id: 'updateApproval',
  method: 'PUT',
  paths: ['/approvals/{approvalId}'],
})

/** What {@link cancelApproval} takes. */
export interface CancelApprovalInput {
  approvalId: string
}

/** Cancels an approval. Nothing is erased. */
export const cancelApproval = /* @__PURE__ */ operation<CancelApprovalInput, Approval>({
  id: 'cancelApproval',
  method: 'DELETE',
  paths: ['/approvals/{approvalId}'],
})

/** What {@link decideApproval} takes. */
export interface DecideApprovalInput {
  approvalId: string
  /** Pending takes a decision back */
  status: 'Pending' | 'Approved' | 'Rejected'
  comment?: string
}

/** Makes, changes or takes back the own decision of an approver */
export const decideApproval = /* @__PURE__ */ operation<DecideApprovalInput, Approval>({
  id: 'decideApproval',
  method: 'PUT',
  paths: ['/approvals/{approvalId}/decision'],
})

/** What {@link finishApproval} takes. */
export interface FinishApprovalInput {
  approvalId: string
  status?: 'Approved' | 'Rejected'
}

/** Finishes an approval by hand. Without `status`: rejected if anybody has rejected it, approved if everybody has approved it. */
export const finishApproval = /* @__PURE__ */ operation<FinishApprovalInput, Approval>({
  id: 'finishApproval',
  method: 'PUT',
  paths: ['/approvals/{approvalId}/finish'],
})
