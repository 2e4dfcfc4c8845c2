import { encodeId } from '#ids/encode.ts'
import type { WebhookEventType } from '#resources/webhooks/event-types.ts'
import { toPlainText } from '#richtext/plain-text.ts'
import { contacts, type Facet, facet, type Said } from './facet.ts'

type Reader = (about: Said) => Facet[]

const commentAdded =
  (eventType: WebhookEventType): Reader =>
  (about) => {
    const html = String(about.after.text ?? '')
    const comment = { text: toPlainText(html), html }
    return [onItem(about, about.after, eventType, { commentId: commentId(about), comment })]
  }
const commentDeleted =
  (eventType: WebhookEventType): Reader =>
  (about) => [onItem(about, about.before, eventType, { commentId: commentId(about) })]

const attachment =
  (eventType: WebhookEventType): Reader =>
  (about) => {
    const record = about.event.after === null ? about.before : about.after
    const attachmentId = encodeId('Attachment', about.account, about.event.entity_id)
    return [onItem(about, record, eventType, { attachmentId })]
  }

/** What a webhook is told of an approval, beside its id. */
const approval =
  (eventType: WebhookEventType, members: (about: Said) => Record<string, unknown>): Reader =>
  (about) => {
    const approvalId = encodeId('Approval', about.account, about.event.entity_id)
    return [onItem(about, about.after, eventType, { approvalId, ...members(about) })]
  }
const decision = ({ account, after }: Said) => ({
  approverId: encodeId('Contact', account, Number(after.approverId)),
  decision: after.decision,
})
const approvers = ({ account, after }: Said) => ({ approverIds: contacts(account, after.approverIds) })

/** Event of something that hangs on a task or a folder → what webhooks report of that item. */
export const aroundItems: Record<string, Reader> = {
  CommentAdded: commentAdded('CommentAdded'),
  CommentDeleted: commentDeleted('CommentDeleted'),
  FolderCommentAdded: commentAdded('FolderCommentAdded'),
  FolderCommentDeleted: commentDeleted('FolderCommentDeleted'),
  AttachmentAdded: attachment('AttachmentAdded'),
  AttachmentDeleted: attachment('AttachmentDeleted'),
  FolderAttachmentAdded: attachment('FolderAttachmentAdded'),
  FolderAttachmentDeleted: attachment('FolderAttachmentDeleted'),
  TaskApprovalStatusChanged: approval('TaskApprovalStatusChanged', ({ after }) => ({ status: after.status })),
  FolderApprovalStatusChanged: approval('FolderApprovalStatusChanged', ({ after }) => ({ status: after.status })),
  TaskApprovalDecisionChanged: approval('TaskApprovalDecisionChanged', decision),
  FolderApprovalDecisionChanged: approval('FolderApprovalDecisionChanged', decision),
  TaskApprovalDecisionReset: approval('TaskApprovalDecisionReset', approvers),
  FolderApprovalDecisionReset: approval('FolderApprovalDecisionReset', approvers),
  TimelogChanged: (about) => {
    const isNew = about.event.before === null
    const isGone = about.event.after === null
    const record = isGone ? about.before : about.after
    return [
      onItem(about, record, 'TimelogChanged', {
        timeTrackerId: encodeId('Timelog', about.account, about.event.entity_id),
        type: isNew ? 'Added' : isGone ? 'Deleted' : 'Updated',
        hours: String(record.hours),
      }),
    ]
  },
}

const commentId = (about: Said) => encodeId('Comment', about.account, about.event.entity_id)

/** The facet of the task or folder that a record names. */
export function onItem(
  about: Said,
  record: Record<string, unknown>,
  eventType: WebhookEventType,
  members: Record<string, unknown>,
): Facet {
  const isTask = record.taskId !== null && record.taskId !== undefined
  return facet(about, isTask ? 'task' : 'folder', eventType, members, {
    id: Number(isTask ? record.taskId : record.folderId),
  })
}
