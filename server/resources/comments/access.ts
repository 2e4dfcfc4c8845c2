import type { Caller } from '#access/caller.ts'
import type { Place } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import type { Selectable } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { existingComments } from './queries.ts'
import type { CommentTables } from './tables.ts'

export type CommentRow = Selectable<CommentTables['comment']>

/** The task or folder that the path names. */
export function placeOf(input: { taskId?: number | undefined; folderId?: number | undefined }): Place {
  return input.taskId === undefined ? { folder: input.folderId as number } : { task: input.taskId }
}

/** The task or folder a comment is on. */
export const placeOfComment = (row: CommentRow): Place =>
  placeOf({ taskId: row.task_id ?? undefined, folderId: row.folder_id ?? undefined })

/**
 * The comments with these ids, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`); none is given then.
 */
export async function visibleComments(caller: Caller, commentIds: readonly number[]): Promise<CommentRow[]> {
  const rows = await visible(caller, 'comments')
    .selectAll('comment')
    .where('comment.comment_id', 'in', commentIds)
    .execute()
  const byId = new Map(rows.map((row) => [row.comment_id, row]))
  const missing = commentIds.filter((id) => !byId.has(id))
  if (missing.length > 0) await refuseMissing(caller, missing)
  return commentIds.map((id) => byId.get(id) as CommentRow)
}

async function refuseMissing(caller: Caller, missing: readonly number[]): Promise<never> {
  const existing = await existingComments(caller, missing)
  const text = (id: number) => idAsSent(caller.accountId, 'Comment', id)
  const unknown = missing.find((id) => !existing.has(id))
  if (unknown !== undefined) throw notFound('Comment', text(unknown))
  throw forbidden(`Comment '${text(missing[0] as number)}' is not shared with you`)
}
