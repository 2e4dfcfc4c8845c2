import {
  arrayOf,
  boolean,
  dateText,
  idText,
  idTexts,
  instantText,
  optional as member,
  model,
  oneOfText,
  opaque,
  string,
} from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import {
  contactOrInvitation,
  date,
  dayRange,
  flag,
  id,
  ids,
  instantOrRange,
  integer,
  listOf,
  oneOf,
  optional,
  text,
} from '#contract/parameters.ts'

const types = ['Regular', 'FilesOnly'] as const
const decisions = ['Pending', 'Approved', 'Rejected'] as const

const ApprovalDecision = model('ApprovalDecision', {
  approverId: idText('Contact'),
  comment: string(),
  status: oneOfText(decisions),
  updatedDate: instantText(),
})

export const Approval = model('Approval', {
  id: idText('Approval'),
  taskId: member(idText('Task')),
  folderId: member(idText('Folder')),
  authorId: idText('Contact'),
  title: string(),
  description: string(),
  updatedDate: instantText(),
  dueDate: member(dateText()),
  decisions: arrayOf(ApprovalDecision),
  reviewId: member(idText('Review')),
  attachmentIds: idTexts('Attachment'),
  type: oneOfText(types),
  autoFinishOnApprove: boolean(),
  autoFinishOnReject: boolean(),
  finished: boolean(),
  finisherId: member(idText('Contact')),
  status: oneOfText(['Draft', 'Pending', 'Approved', 'Rejected', 'Cancelled', 'NotRequired']),
  taskGroupStatusChange: member(opaque()),
})

const people = () => optional(listOf(contactOrInvitation(), { maxItems: 100 }))
const files = () => optional(ids('Attachment', { maxItems: 100 }))
const finishing = () => optional(flag())

export const queryApprovals = operation({
  id: 'queryApprovals',
  method: 'GET',
  paths: ['/approvals'],
  summary: 'Approvals of everything the caller sees',
  description: 'Newest first.',
  scopes: readScopes,
  kinds: { approvals: Approval },
  pageToken: 'nextPageToken',
  parameters: {
    statuses: optional(listOf(oneOf(['Pending', 'Approved', 'Rejected', 'Cancelled', 'Draft']))),
    updatedDate: optional(instantOrRange()),
    approvers: optional(ids('Contact', { description: 'Any of them' })),
    pendingApprovers: optional(ids('Contact', { description: 'Any of them who has not decided yet' })),
    type: optional(oneOf(types)),
    dueDate: optional(dayRange()),
    limit: optional(integer({ minimum: 1 })),
    pageSize: optional(integer({ minimum: 1, maximum: 1000 })),
  },
})

export const queryApprovalsIn = operation({
  id: 'queryApprovalsIn',
  method: 'GET',
  paths: ['/folders/{folderId}/approvals', '/tasks/{taskId}/approvals'],
  summary: 'Approvals of one folder or task',
  description: 'Newest first.',
  scopes: readScopes,
  kinds: { approvals: Approval },
  parameters: { folderId: optional(id('Folder')), taskId: optional(id('Task')) },
})

export const getApprovals = operation({
  id: 'getApprovals',
  method: 'GET',
  paths: ['/approvals/{approvalIds}'],
  summary: 'Approvals by id',
  scopes: readScopes,
  kinds: { approvals: Approval },
  parameters: { approvalIds: ids('Approval', { maxItems: 1000 }) },
})

export const createApproval = operation({
  id: 'createApproval',
  method: 'POST',
  paths: ['/folders/{folderId}/approvals', '/tasks/{taskId}/approvals'],
  summary: 'Asks people to approve a folder or a task',
  description:
    'A draft while nobody is asked. Whoever is asked reaches the task. The status of the task never changes.',
  scopes: writeScopes,
  feature: 'approvals',
  kinds: { approvals: Approval },
  parameters: {
    folderId: optional(id('Folder')),
    taskId: optional(id('Task')),
    description: optional(text({ minLength: 0, maxLength: 10_000 })),
    dueDate: optional(date()),
    approvers: people(),
    attachments: files(),
    type: optional(oneOf(types, { default: 'Regular', description: 'FilesOnly: its attachments, not the item' })),
    autoFinishOnApprove: optional(flag({ default: true, description: 'Finished once everybody has approved' })),
    autoFinishOnReject: optional(flag({ default: true, description: 'Finished once somebody has rejected' })),
  },
})

export const updateApproval = operation({
  id: 'updateApproval',
  method: 'PUT',
  paths: ['/approvals/{approvalId}'],
  summary: 'Changes what is to be approved, and by whom',
  description: 'Until it is finished or cancelled.',
  scopes: writeScopes,
  feature: 'approvals',
  kinds: { approvals: Approval },
  parameters: {
    approvalId: id('Approval'),
    description: optional(text({ minLength: 0, maxLength: 10_000 })),
    dueDate: optional(date()),
    addApprovers: people(),
    removeApprovers: people(),
    addAttachments: files(),
    removeAttachments: files(),
    autoFinishOnApprove: finishing(),
    autoFinishOnReject: finishing(),
  },
})

export const cancelApproval = operation({
  id: 'cancelApproval',
  method: 'DELETE',
  paths: ['/approvals/{approvalId}'],
  summary: 'Cancels an approval',
  description: 'Nothing is erased.',
  scopes: writeScopes,
  feature: 'approvals',
  kinds: { approvals: Approval },
  parameters: { approvalId: id('Approval') },
})

export const decideApproval = operation({
  id: 'decideApproval',
  method: 'PUT',
  paths: ['/approvals/{approvalId}/decision'],
  summary: 'Makes, changes or takes back the own decision of an approver',
  scopes: writeScopes,
  feature: 'approvals',
  kinds: { approvals: Approval },
  addition: true,
  parameters: {
    approvalId: id('Approval'),
    status: oneOf(decisions, { description: 'Pending takes a decision back' }),
    comment: optional(text({ minLength: 0, maxLength: 10_000 })),
  },
})

export const finishApproval = operation({
  id: 'finishApproval',
  method: 'PUT',
  paths: ['/approvals/{approvalId}/finish'],
  summary: 'Finishes an approval by hand',
  description: 'Without `status`: rejected if anybody has rejected it, approved if everybody has approved it.',
  scopes: writeScopes,
  feature: 'approvals',
  kinds: { approvals: Approval },
  addition: true,
  parameters: { approvalId: id('Approval'), status: optional(oneOf(['Approved', 'Rejected'])) },
})
