import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { placeOf } from './access.ts'
import type * as contract from './contract.ts'
import { attachmentAdded } from './events.ts'
import { presentAttachment } from './presenter.ts'
import { storeFile } from './store-file.ts'

/**
 * Attaches a file to a task or a folder, as the caller.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the place, `not_allowed` for a logical or deleted one,
 * before the file is read; `invalid_request` for the file.
 */
export const createAttachment: Handler<typeof contract.createAttachment> = async (request) => {
  const { caller, input } = request
  await permit(caller, 'attach', placeOf(input))
  return storeFile({ ...request, url: input.url }, ({ size, width, height, sha256, ...file }) =>
    change(caller, async (rows, inside) => {
      // A large file takes its time: the place may be gone by now, or the right to it.
      const place = await permit(inside, 'attach', placeOf(input))
      const attachment = await rows.insert('attachment', place, {
        ...file,
        author_id: caller.personId,
        ...(place.on === 'task' ? { task_id: place.id } : { folder_id: place.id }),
      })
      const shown = presentAttachment(caller, { ...attachment, size, width, height, sha256 })
      return changed({ data: [shown] }, attachmentAdded(attachment))
    }),
  )
}
