import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { lockForMentions, mentionOnFolder, mentionOnTask, mentions } from '../mentions/mention-people.ts'
import { placeOf } from './access.ts'
import type * as contract from './contract.ts'
import { commentAdded } from './events.ts'
import { presentComment } from './presenter.ts'
import { commentText } from './text.ts'

/**
 * Adds a comment to a task or a folder, as the caller, who follows the task from then on, as do those whom it mentions.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the place, `not_allowed` for a logical or deleted one.
 */
export const createComment: Handler<typeof contract.createComment> = async ({ caller, input }) => {
  const place = await permit(caller, 'comment', placeOf(input))
  const text = commentText(input)

  return change(
    caller,
    async (rows, inside) => {
      if (place.on === 'task') await lockForMentions(rows, caller, text)
      const comment = await rows.insert('comment', place, {
        author_id: caller.personId,
        text,
        ...(place.on === 'task' ? { task_id: place.id } : { folder_id: place.id }),
      })
      if (place.on === 'task')
        await rows.insertAll('task_follower', place, [{ task_id: place.id, person_id: caller.personId }])
      const mentioned =
        place.on === 'task'
          ? await mentionOnTask(rows, inside, place, place.id, { html: text })
          : await mentionOnFolder(rows, inside, place.id, { html: text })
      return changed({ data: [presentComment(caller, comment, input)] }, commentAdded(comment), ...mentioned)
    },
    place.on === 'folder' && mentions(text) ? { locks: 'access' } : {},
  )
}
