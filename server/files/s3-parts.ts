import type { Readable } from 'node:stream'
import { expectSuccess, type Send } from './s3.ts'

/**
 * Writes a stream as one object: in a single request if it fits in one part, else part by part with the memory of one.
 * Until the last request there is no object, and a failure takes the parts back.
 */
export async function writeInParts(send: Send, object: string, content: Readable, partSize: number): Promise<void> {
  const target = `/${object}`
  const parts = inParts(content, partSize)
  const first = await parts.next()
  const body = first.value ?? new Uint8Array()
  if (first.done || body.length < partSize) {
    await done(await send('PUT', target, { body }))
    return
  }
  const uploadId = contentOf(await textOf(await send('POST', `${target}?uploads`)), 'UploadId')
  const upload = `uploadId=${encodeURIComponent(uploadId)}`
  try {
    const tags: string[] = []
    for (let part: Uint8Array<ArrayBuffer> | undefined = body; part; part = (await parts.next()).value ?? undefined) {
      const response = await send('PUT', `${target}?partNumber=${tags.length + 1}&${upload}`, { body: part })
      await done(response)
      tags.push(response.headers.get('etag') ?? '')
    }
    // A completion that fails after a while still begins with 200; its body tells.
    const answer = await textOf(await send('POST', `${target}?${upload}`, { body: completion(tags) }))
    if (answer.includes('<Error>')) throw new Error(`The file store could not join the parts: ${answer.slice(0, 500)}`)
  } catch (error) {
    await send('DELETE', `${target}?${upload}`).catch(() => {})
    throw error
  }
}

/** Takes back uploads of this object that were never finished. */
export async function abandonUnfinished(send: Send, object: string): Promise<void> {
  const list = await textOf(await send('GET', `?uploads&prefix=${encodeURIComponent(object)}`))
  for (const [, uploadId] of list.matchAll(/<UploadId>([^<]+)<\/UploadId>/g))
    await done(await send('DELETE', `/${object}?uploadId=${encodeURIComponent(plain(uploadId as string))}`))
}

async function* inParts(content: Readable, partSize: number): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  let part = new Uint8Array(partSize)
  let length = 0
  for await (const chunk of content as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + partSize - length)
      part.set(taken, length)
      length += taken.length
      at += taken.length
      if (length === partSize) {
        yield part
        part = new Uint8Array(partSize)
        length = 0
      }
    }
  }
  if (length > 0) yield part.subarray(0, length)
  return undefined
}

const completion = (tags: string[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `<CompleteMultipartUpload>${tags
      .map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag.replaceAll('&', '&amp;')}</ETag></Part>`)
      .join('')}</CompleteMultipartUpload>`,
  )

async function done(response: Response): Promise<void> {
  await expectSuccess(response)
  await response.body?.cancel()
}

async function textOf(response: Response): Promise<string> {
  await expectSuccess(response)
  return response.text()
}

function contentOf(xml: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1]
  if (found === undefined) throw new Error(`The file store answered without ${name}`)
  return plain(found)
}

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
