import { permit } from '#access/permit.ts'
import { forbidden } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { attachmentDeleted } from '../attachments/events.ts'
import { forgetFiles } from '../attachments/store-file.ts'
import { type CommentRow, placeOfComment, visibleComments } from './access.ts'
import type * as contract from './contract.ts'
import { commentDeleted } from './events.ts'

/**
 * Deletes a comment for good, with its attachments. Its author may, and account admins who see it.
 *
 * @throws {Refused} `access_forbidden` for everybody else.
 */
export const deleteComment: Handler<typeof contract.deleteComment> = async ({ caller, input, services }) => {
  const [before] = (await visibleComments(caller, [input.commentId])) as [CommentRow]
  const isAdmin = caller.role === 'owner' || caller.role === 'admin'
  if (before.author_id !== caller.personId && !isAdmin)
    throw forbidden('Only its author or an account admin may delete a comment')
  const place = await permit(caller, 'comment', placeOfComment(before))

  const attachments = await change(caller, async (rows) => {
    const gone = await rows.delete('attachment', place, { comment_id: before.comment_id })
    await rows.delete('comment', place, { comment_id: before.comment_id })
    return changed(gone, commentDeleted(before), ...gone.map(attachmentDeleted))
  })
  await forgetFiles(
    caller,
    services,
    attachments.flatMap((row) => row.file_id ?? []),
  )
  return { data: [] }
}
