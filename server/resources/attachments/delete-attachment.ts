import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { placeOfAttachment, visibleAttachment } from './access.ts'
import type * as contract from './contract.ts'
import { attachmentDeleted } from './events.ts'
import { lockVersions } from './queries.ts'
import { forgetFiles } from './store-file.ts'

/**
 * Deletes an attachment for good: the current version with all earlier ones, an earlier version alone. Content that
 * copies share stays until the last of them goes.
 *
 * @throws {Refused} `access_forbidden` for a role that may not attach, `not_allowed` in the recycle bin.
 */
export const deleteAttachment: Handler<typeof contract.deleteAttachment> = async ({ caller, input, services }) => {
  const named = await visibleAttachment(caller, input.attachmentId)
  const place = await permit(caller, 'attach', placeOfAttachment(named))

  const gone = await change(caller, async (rows) => {
    const versions = await lockVersions(rows, caller, named.origin_id ?? named.attachment_id)
    const isCurrent = versions.some((row) => row.attachment_id === named.attachment_id && row.current_id === null)
    const ids = isCurrent ? versions.map((row) => row.attachment_id) : [named.attachment_id]
    const deleted = await rows.delete('attachment', place, { attachment_id: ids })
    return changedBy(deleted, deleted.map(attachmentDeleted))
  })
  await forgetFiles(
    caller,
    services,
    gone.flatMap((row) => row.file_id ?? []),
  )
  return { data: [] }
}
