import { permit } from '#access/permit.ts'
import { forbidden, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { requireVersion } from '#contract/versions.ts'
import { change, changed } from '#events/change.ts'
import { attachmentsOfComments } from '../attachments/access.ts'
import { lockForMentions, mentionOnFolder, mentionOnTask, mentions } from '../mentions/mention-people.ts'
import { type CommentRow, placeOfComment, visibleComments } from './access.ts'
import type * as contract from './contract.ts'
import { commentUpdated } from './events.ts'
import { presentComment } from './presenter.ts'
import { commentText } from './text.ts'

const editableForMs = 5 * 60 * 1000

/**
 * Changes the text of the caller's own comment. Those whom it mentions now, and did not before, are let in as by a new one.
 *
 * @throws {Refused} `access_forbidden` for a comment of somebody else, `not_allowed` five minutes after it was written, 412.
 */
export const updateComment: Handler<typeof contract.updateComment> = async ({ caller, input, ifVersion }) => {
  const [before] = (await visibleComments(caller, [input.commentId])) as [CommentRow]
  if (before.author_id !== caller.personId) throw forbidden('Only its author may change a comment')
  const place = await permit(caller, 'comment', placeOfComment(before))
  if (Date.now() - before.created_at.getTime() > editableForMs)
    throw notAllowed('A comment can be changed in the first 5 minutes only')
  const text = commentText(input)

  return change(
    caller,
    async (rows, inside) => {
      if (place.on === 'task') await lockForMentions(rows, caller, text)
      const [comment] = (await rows.update(
        'comment',
        place,
        { comment_id: before.comment_id, ...(ifVersion ? { version: ifVersion } : {}) },
        { text, updated_at: new Date() },
      )) as [CommentRow]
      requireVersion(ifVersion, comment && ifVersion?.[0])
      const edited = { html: text, before: before.text }
      const mentioned =
        place.on === 'task'
          ? await mentionOnTask(rows, inside, place, place.id, edited)
          : await mentionOnFolder(rows, inside, place.id, edited)
      const attachmentIds = (await attachmentsOfComments(inside, [before.comment_id])).get(before.comment_id)
      return changed(
        { data: [presentComment(caller, comment, { ...input, attachmentIds })] },
        commentUpdated(before, comment),
        ...mentioned,
      )
    },
    place.on === 'folder' && mentions(text) ? { locks: 'access' } : {},
  )
}
