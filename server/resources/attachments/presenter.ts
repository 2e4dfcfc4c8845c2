import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import type { Selectable } from '#database/sql.ts'
import { signLink } from '#files/signed-link.ts'
import { encodeId } from '#ids/encode.ts'
import type { Attachment } from './contract.ts'
import type { AttachmentTables } from './tables.ts'

/** An attachment with what is known of its content; links have none. */
export type ShownAttachment = Selectable<AttachmentTables['attachment']> & {
  size: number | null
  width: number | null
  height: number | null
  sha256: Buffer | null
  /** Numbers of its approvals; a new one has none. */
  review_ids?: number[]
}

/** Row → Attachment; with a secret to sign by, also the link to it. */
export function presentAttachment(
  caller: Caller,
  row: ShownAttachment,
  wishes: { urlsBy?: Buffer | undefined } = {},
): Static<typeof Attachment> {
  const id = (number: number) => encodeId('Attachment', caller.accountId, number)
  return {
    id: id(row.attachment_id),
    authorId: encodeId('Contact', caller.accountId, row.author_id),
    name: row.name,
    createdDate: formatInstant(row.created_at),
    version: row.version,
    type: row.type,
    contentType: row.content_type,
    size: row.size ?? -1,
    ...(row.task_id === null
      ? { folderId: encodeId('Folder', caller.accountId, row.folder_id as number) }
      : { taskId: encodeId('Task', caller.accountId, row.task_id) }),
    ...(row.comment_id === null ? {} : { commentId: encodeId('Comment', caller.accountId, row.comment_id) }),
    ...(row.current_id === null ? {} : { currentAttachmentId: id(row.current_id) }),
    originVersionId: id(row.origin_id ?? row.attachment_id),
    ...(row.review_ids?.length
      ? { reviewIds: row.review_ids.map((review) => encodeId('Review', caller.accountId, review)) }
      : {}),
    ...(row.preview_link === null ? {} : { previewUrl: row.preview_link }),
    ...(wishes.urlsBy ? { url: linkTo(caller, row, wishes.urlsBy) } : {}),
    ...(row.width === null || row.height === null ? {} : { width: row.width, height: row.height }),
  }
}

/** Where the file is had without an access token: elsewhere, or here for 24 hours. */
export function linkTo(caller: Caller, row: ShownAttachment, secret: Buffer): string {
  const { accountId } = caller
  return row.link ?? signLink(secret, { accountId, attachmentId: row.attachment_id }, row.name, Date.now())
}
