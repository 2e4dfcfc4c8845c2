import { permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { resetDecisions } from '../approvals/reset-decisions.ts'
import { placeOfAttachment, visibleAttachment } from './access.ts'
import type * as contract from './contract.ts'
import { attachmentAdded } from './events.ts'
import { presentAttachment } from './presenter.ts'
import { lockVersions } from './queries.ts'
import { storeFile } from './store-file.ts'

/**
 * Makes a new version of a file: an attachment of its own, to which all earlier ones point from then on. Any version may
 * be named; the new one is the newest. Whoever decided on the file in an open approval decides anew.
 *
 * @throws {Refused} `not_allowed` for a link; otherwise as on creation.
 */
export const updateAttachment: Handler<typeof contract.updateAttachment> = async (request) => {
  const { caller, input } = request
  const before = await visibleAttachment(caller, input.attachmentId)
  await permit(caller, 'attach', placeOfAttachment(before))
  if (before.link !== null) throw notAllowed('A link to a file elsewhere has no versions')

  return storeFile({ ...request, url: input.url }, ({ size, width, height, sha256, ...file }) =>
    change(caller, async (rows, inside) => {
      const place = await permit(inside, 'attach', placeOfAttachment(before))
      const originId = before.origin_id ?? before.attachment_id
      const versions = await lockVersions(rows, caller, originId)
      // Deleted meanwhile: refused as what is not there.
      await visibleAttachment(inside, before.attachment_id)
      const attachment = await rows.insert('attachment', place, {
        ...file,
        task_id: before.task_id,
        folder_id: before.folder_id,
        comment_id: before.comment_id,
        author_id: caller.personId,
        version: (versions.at(-1)?.version ?? 0) + 1,
        origin_id: originId,
      })
      const earlier = versions.map((row) => row.attachment_id)
      await rows.update('attachment', place, { attachment_id: earlier }, { current_id: attachment.attachment_id })
      const shown = presentAttachment(caller, { ...attachment, size, width, height, sha256 })
      const reset = await resetDecisions(rows, caller, place, originId)
      return changed({ data: [shown] }, attachmentAdded(attachment), ...reset)
    }),
  )
}
