import type { Caller } from '#access/caller.ts'
import type { Place } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import type { ShownAttachment } from './presenter.ts'
import { existingAttachments } from './queries.ts'

/** The task or folder that the path names. */
export function placeOf(input: { taskId?: number | undefined; folderId?: number | undefined }): Place {
  return input.taskId === undefined ? { folder: input.folderId as number } : { task: input.taskId }
}

/** The task or folder an attachment is on. */
export const placeOfAttachment = (row: { task_id: number | null; folder_id: number | null }): Place =>
  placeOf({ taskId: row.task_id ?? undefined, folderId: row.folder_id ?? undefined })

/** Columns of the content, of which several attachments may be, and the approvals of the file: its reviews. */
const contentColumns = [
  sql<number | null>`stored_file.size`.as('size'),
  sql<number | null>`stored_file.width`.as('width'),
  sql<number | null>`stored_file.height`.as('height'),
  sql<Buffer | null>`stored_file.sha256`.as('sha256'),
  sql<number[]>`array(
    select a.approval_id from approval_attachment a
    where a.account_id = attachment.account_id and a.attachment_id = coalesce(attachment.origin_id, attachment.attachment_id)
    order by 1)`.as('review_ids'),
] as const

/** All attachments the caller may see, with what is known of their content. */
export const shownAttachments = (caller: Caller) =>
  visible(caller, 'attachments')
    .leftJoin('stored_file', (join) =>
      join
        .onRef('stored_file.account_id', '=', 'attachment.account_id')
        .onRef('stored_file.file_id', '=', 'attachment.file_id'),
    )
    .selectAll('attachment')
    .select(contentColumns)

/**
 * The attachments with these ids, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`); none is given then.
 */
export async function visibleAttachments(caller: Caller, attachmentIds: readonly number[]): Promise<ShownAttachment[]> {
  const rows = await shownAttachments(caller).where('attachment.attachment_id', 'in', attachmentIds).execute()
  const byId = new Map(rows.map((row) => [row.attachment_id, row]))
  const missing = attachmentIds.filter((id) => !byId.has(id))
  if (missing.length > 0) await refuseMissing(caller, missing)
  return attachmentIds.map((id) => byId.get(id) as ShownAttachment)
}

/** The same for one. */
export async function visibleAttachment(caller: Caller, attachmentId: number): Promise<ShownAttachment> {
  const [row] = await visibleAttachments(caller, [attachmentId])
  return row as ShownAttachment
}

async function refuseMissing(caller: Caller, missing: readonly number[]): Promise<never> {
  const existing = await existingAttachments(caller, missing)
  const text = (id: number) => idAsSent(caller.accountId, 'Attachment', id)
  const unknown = missing.find((id) => !existing.has(id))
  if (unknown !== undefined) throw notFound('Attachment', text(unknown))
  throw forbidden(`Attachment '${text(missing[0] as number)}' is not shared with you`)
}

/** Ids of the current attachments of these comments, by comment; the caller sees the comments. */
export async function attachmentsOfComments(
  caller: Caller,
  commentIds: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await visible(caller, 'attachments')
    .select(['attachment.comment_id', 'attachment.attachment_id'])
    .where('attachment.comment_id', 'in', commentIds)
    .where('attachment.current_id', 'is', null)
    .orderBy('attachment.attachment_id')
    .execute()
  const byComment = Map.groupBy(rows, (row) => row.comment_id as number)
  return new Map([...byComment].map(([commentId, of]) => [commentId, of.map((row) => row.attachment_id)]))
}
