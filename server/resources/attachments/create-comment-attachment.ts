import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { forbidden } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { placeOfComment, visibleComments } from '../comments/access.ts'
import type * as contract from './contract.ts'
import { attachmentAdded } from './events.ts'
import { presentAttachment } from './presenter.ts'
import { storeFile } from './store-file.ts'

/**
 * Attaches a file to the caller's own comment; it goes with the comment.
 *
 * @throws {Refused} `access_forbidden` for a comment of somebody else; otherwise as on a task or folder.
 */
export const createCommentAttachment: Handler<typeof contract.createCommentAttachment> = async (request) => {
  const { caller, input } = request
  await permitOnComment(caller, input.commentId)
  return storeFile({ ...request, url: input.url }, ({ size, width, height, sha256, ...file }) =>
    change(caller, async (rows, inside) => {
      const place = await permitOnComment(inside, input.commentId)
      const attachment = await rows.insert('attachment', place, {
        ...file,
        author_id: caller.personId,
        comment_id: input.commentId,
        ...(place.on === 'task' ? { task_id: place.id } : { folder_id: place.id }),
      })
      const shown = presentAttachment(caller, { ...attachment, size, width, height, sha256 })
      return changed({ data: [shown] }, attachmentAdded(attachment))
    }),
  )
}

async function permitOnComment(caller: Caller, commentId: number) {
  const [comment] = await visibleComments(caller, [commentId])
  if (comment?.author_id !== caller.personId) throw forbidden('Only its author may attach a file to a comment')
  return permit(caller, 'attach', placeOfComment(comment))
}
