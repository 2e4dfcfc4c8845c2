import type { Selectable } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { CommentTables } from './tables.ts'

type CommentRow = Selectable<CommentTables['comment']>

export const commentAdded = (comment: CommentRow): EventRecord => ({
  type: comment.task_id === null ? 'FolderCommentAdded' : 'CommentAdded',
  entityType: 'comment',
  entityId: comment.comment_id,
  after: shown(comment),
})

export const commentUpdated = (before: CommentRow, after: CommentRow): EventRecord => ({
  type: 'CommentUpdated',
  entityType: 'comment',
  entityId: after.comment_id,
  before: shown(before),
  after: shown(after),
})

export const commentDeleted = (comment: CommentRow): EventRecord => ({
  type: comment.task_id === null ? 'FolderCommentDeleted' : 'CommentDeleted',
  entityType: 'comment',
  entityId: comment.comment_id,
  before: shown(comment),
})

const shown = (comment: CommentRow) => ({
  taskId: comment.task_id,
  folderId: comment.folder_id,
  authorId: comment.author_id,
  text: comment.text,
})
