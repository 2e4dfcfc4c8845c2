import { permit } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import type { Handler } from '#contract/handler.ts'
import { placeOf } from './access.ts'
import type * as contract from './contract.ts'
import { presentComment } from './presenter.ts'

/**
 * Lists the comments on one task or folder, newest first.
 *
 * @throws {Refused} if the place doesn't exist, is hidden or is a logical folder.
 */
export const queryCommentsIn: Handler<typeof contract.queryCommentsIn> = async ({ caller, input, fields }) => {
  const place = await permit(caller, 'read', placeOf(input))
  if (input.types && !input.types.includes('Regular')) return { data: [] }

  const rows = await visible(caller, 'comments')
    .selectAll('comment')
    .where(place.on === 'task' ? 'comment.task_id' : 'comment.folder_id', '=', place.id)
    .orderBy('comment.created_at', 'desc')
    .orderBy('comment.comment_id', 'desc')
    .execute()
  return { data: rows.map((row) => presentComment(caller, row, { plainText: input.plainText, fields })) }
}
