import type { Selectable } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { AttachmentTables } from './tables.ts'

type AttachmentRow = Selectable<AttachmentTables['attachment']>

export const attachmentAdded = (attachment: AttachmentRow): EventRecord => ({
  type: attachment.task_id === null ? 'FolderAttachmentAdded' : 'AttachmentAdded',
  entityType: 'attachment',
  entityId: attachment.attachment_id,
  after: shown(attachment),
})

export const attachmentDeleted = (attachment: AttachmentRow): EventRecord => ({
  type: attachment.task_id === null ? 'FolderAttachmentDeleted' : 'AttachmentDeleted',
  entityType: 'attachment',
  entityId: attachment.attachment_id,
  before: shown(attachment),
})

const shown = (attachment: AttachmentRow) => ({
  taskId: attachment.task_id,
  folderId: attachment.folder_id,
  commentId: attachment.comment_id,
  authorId: attachment.author_id,
  name: attachment.name,
  type: attachment.type,
  version: attachment.version,
})
