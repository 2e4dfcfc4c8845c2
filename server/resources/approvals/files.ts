import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { invalidValue } from '#contract/errors.ts'
import { visibleAttachments } from '../attachments/access.ts'

/**
 * The files of an approval by their first versions, whichever version a request names.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the first that is not there or hidden,
 * `invalid_parameter` for one that is not at the task or folder of the approval.
 */
export async function readFiles(
  caller: Caller,
  place: Permit<'requestApproval'>,
  attachmentIds: readonly number[] | undefined,
  parameter: string,
): Promise<number[]> {
  if (!attachmentIds || attachmentIds.length === 0) return []
  const files = await visibleAttachments(caller, attachmentIds)
  if (files.some((file) => (place.on === 'task' ? file.task_id : file.folder_id) !== place.id))
    throw invalidValue(parameter, `attachments of the same ${place.on}`)
  return [...new Set(files.map((file) => file.origin_id ?? file.attachment_id))]
}
