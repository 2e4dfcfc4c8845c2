import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { versioned } from '#contract/versions.ts'
import type { Selectable } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import { toPlainText } from '#richtext/plain-text.ts'
import type { Comment } from './contract.ts'
import type { CommentTables } from './tables.ts'

interface Wishes {
  plainText?: boolean | undefined
  fields?: ReadonlySet<'type'>
  /** Only answers to reads by id and to updates say what hangs on the comment. */
  attachmentIds?: readonly number[] | undefined
}

/** Row → Comment. */
export function presentComment(
  caller: Caller,
  row: Selectable<CommentTables['comment']>,
  wishes: Wishes = {},
): Static<typeof Comment> {
  const comment: Static<typeof Comment> = {
    id: encodeId('Comment', caller.accountId, row.comment_id),
    authorId: encodeId('Contact', caller.accountId, row.author_id),
    text: wishes.plainText ? toPlainText(row.text) : row.text,
    updatedDate: formatInstant(row.updated_at),
    createdDate: formatInstant(row.created_at),
    ...(row.task_id === null
      ? { folderId: encodeId('Folder', caller.accountId, row.folder_id as number) }
      : { taskId: encodeId('Task', caller.accountId, row.task_id) }),
    ...(wishes.attachmentIds
      ? { attachmentIds: wishes.attachmentIds.map((number) => encodeId('Attachment', caller.accountId, number)) }
      : {}),
    ...(wishes.fields?.has('type') ? { type: 'Regular' as const } : {}),
  }
  return versioned(comment, row.version)
}
