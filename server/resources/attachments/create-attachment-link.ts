import { permit } from '#access/permit.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { contentTypeOf } from '#files/content-type.ts'
import { webAddress } from '#files/fetch-file.ts'
import { cleanFileName } from '#files/file-name.ts'
import { placeOf } from './access.ts'
import type * as contract from './contract.ts'
import { attachmentAdded } from './events.ts'
import { presentAttachment } from './presenter.ts'

/**
 * Attaches a link to a file that lives elsewhere. Nothing is fetched, then or later.
 *
 * @throws {Refused} as for a file; `invalid_parameter` if an address is none of the web.
 */
export const createAttachmentLink: Handler<typeof contract.createAttachmentLink> = async ({ caller, input }) => {
  const place = await permit(caller, 'attach', placeOf(input))
  const name = cleanFileName(input.name)
  if (name === '') throw invalidValue('name', 'the name of a file')
  const link = webAddress('url', input.url).href
  const preview = input.previewUrl === undefined ? null : webAddress('previewUrl', input.previewUrl).href
  const contentType = input.contentType ?? (await contentTypeOf(Buffer.alloc(0), name))

  return change(caller, async (rows) => {
    const attachment = await rows.insert('attachment', place, {
      name,
      link,
      preview_link: preview,
      type: input.type ?? 'External',
      content_type: contentType,
      file_id: null,
      author_id: caller.personId,
      ...(place.on === 'task' ? { task_id: place.id } : { folder_id: place.id }),
    })
    const shown = presentAttachment(caller, { ...attachment, size: null, width: null, height: null, sha256: null })
    return changed({ data: [shown] }, attachmentAdded(attachment))
  })
}
