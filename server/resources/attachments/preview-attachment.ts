import { Readable } from 'node:stream'
import { notAllowed, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { isPicture, largestPicture, scaledDown } from '#files/image.ts'
import { contentKey, previewKey } from '#files/sweep.ts'
import type { Services } from '#http/services.ts'
import { visibleAttachment } from './access.ts'
import { readBytes } from './content.ts'
import type * as contract from './contract.ts'
import { wishedName } from './download-attachment.ts'
import type { ShownAttachment } from './presenter.ts'

/**
 * Gives a small picture of an image, made once and kept beside it.
 *
 * @throws {Refused} `not_allowed` for what is no image that can be looked into.
 */
export const previewAttachment: Handler<typeof contract.previewAttachment> = async ({ caller, input, services }) => {
  const row = await visibleAttachment(caller, input.attachmentId)
  const name = wishedName(input.fileName) ?? `${row.name.replace(/\.[^.]+$/, '')}.png`
  const size = input.size ?? 'w100'
  const picture = (await kept(services, row, size)) ?? (await made(services, row, size))
  return {
    name,
    contentType: 'image/png',
    size: picture.length,
    etag: `${row.file_id}-${size}`,
    modified: row.created_at,
    disposition: 'inline',
    read: readBytes(picture),
  }
}

type Size = NonNullable<Parameters<typeof previewAttachment>[0]['input']['size']>

async function kept({ files }: Services, row: ShownAttachment, size: Size): Promise<Buffer | undefined> {
  if (row.file_id === null) return undefined
  const content = await files.read(previewKey(row.account_id, row.file_id, size))
  return content && Buffer.concat(await content.toArray())
}

async function made({ files, log }: Services, row: ShownAttachment, size: Size): Promise<Buffer> {
  const none = () => notAllowed('There is no preview of this file')
  if (row.file_id === null || !isPicture(row.content_type) || (row.size ?? 0) > largestPicture) throw none()
  const key = contentKey(row.account_id, row.file_id)
  const open = async () => {
    const content = await files.read(key)
    if (!content) throw notFound('File', row.name)
    return content
  }
  const pixels = Number(size.slice(1))
  const picture = await scaledDown(open, size.startsWith('w') ? { width: pixels } : { height: pixels })
  if (!picture) throw none()
  await files
    .write(previewKey(row.account_id, row.file_id, size), Readable.from([picture], { objectMode: false }))
    .catch((error) => log.warn({ err: error }, 'a preview was not kept'))
  return picture
}
