import type { Caller } from '#access/caller.ts'
import { invalidValue, Refused } from '#contract/errors.ts'
import type { FileBody } from '#contract/file.ts'
import { contentTypeOf } from '#files/content-type.ts'
import { fetchFile } from '#files/fetch-file.ts'
import { isPicture, measure } from '#files/image.ts'
import { receive } from '#files/receive.ts'
import { contentKey, removeContent } from '#files/sweep.ts'
import type { Services } from '#http/services.ts'
import { announceFile, forgetUnused, keepFile } from './queries.ts'

/** A file that is in the store; what still has to be written is who it belongs to. */
export interface StoredFile {
  file_id: string
  name: string
  content_type: string
  size: number
  sha256: Buffer
  width: number | null
  height: number | null
}

/** So much of an image says how large it is, behind whatever a camera has written before it. */
const measuredBytes = 1024 * 1024

/**
 * Brings the file of a request into the store, or the one at the address that the request names, then hands it to
 * `attach`. If anything fails, of the file nothing is left.
 *
 * The caller must have been permitted to attach: the first byte is read here.
 *
 * @throws {Refused} `invalid_request` if there is no file, or it is empty, too large, cut or has a virus.
 */
export async function storeFile<A>(
  { caller, services, file, url }: { caller: Caller; services: Services; file: FileBody; url: string | undefined },
  attach: (stored: StoredFile) => Promise<A>,
): Promise<A> {
  const source = await sourceOf(services, file, url)
  const fileId = await announceFile(caller)
  try {
    return await attach(await arrive(caller, services, fileId, source))
  } catch (error) {
    await forgetFiles(caller, services, [fileId])
    throw error
  }
}

/** Removes the content of those files that no attachment refers to any more. What fails is left to the sweep. */
export async function forgetFiles(caller: Caller, { files, log }: Services, fileIds: readonly string[]): Promise<void> {
  await forgetUnused(caller, fileIds, (gone) => removeContent(files, gone)).catch((error) =>
    log.warn({ err: error }, 'files that are not used any more are left to the sweep'),
  )
}

interface Source {
  name: string
  content: ReturnType<FileBody['read']>
}

async function sourceOf({ outbound }: Services, file: FileBody, url: string | undefined): Promise<Source> {
  if (url === undefined) {
    const name = file.name()
    if (!file.exists) throw new Refused('invalid_request', 'There is no file in the body')
    return { name, content: file.read() }
  }
  if (file.exists) throw new Refused('invalid_request', "Send a file or the parameter 'url', not both")
  const given = file.givenName()
  const fetched = await fetchFile(outbound, 'url', url)
  const name = given ?? fetched.name
  if (name === '') {
    fetched.content.destroy()
    throw invalidValue('url', 'an address that ends in a name, or the header X-File-Name')
  }
  return { name, content: fetched.content }
}

async function arrive(caller: Caller, services: Services, fileId: string, source: Source): Promise<StoredFile> {
  const { files, scanner, settings } = services
  const key = contentKey(caller.accountId, fileId)
  const { size, sha256, head } = await receive(files, key, source.content, settings.maxUpload)
  const contentType = await contentTypeOf(head, source.name)
  const verdict = await scanner.scan(await contentOf(services, key))
  const measured = isPicture(contentType) ? await measure(await startOf(services, key, size)) : undefined
  const { width = null, height = null } = measured ?? {}
  await keepFile(caller, fileId, { size, sha256, width, height, scanned_at: verdict === 'clean' ? new Date() : null })
  return { file_id: fileId, name: source.name, content_type: contentType, size, sha256, width, height }
}

async function contentOf({ files }: Services, key: string, range?: { start: number; end: number }) {
  const content = await files.read(key, range)
  if (!content) throw new Error('A file that has just arrived is not in the store')
  return content
}

async function startOf(services: Services, key: string, size: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  const content = await contentOf(services, key, { start: 0, end: Math.min(size, measuredBytes) - 1 })
  for await (const chunk of content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
