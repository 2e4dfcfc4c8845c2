import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Refused } from '#contract/errors.ts'
import { headLength } from './content-type.ts'
import type { FileStore } from './store.ts'

/** What is known of a file when all of it has arrived. */
export interface Received {
  /** Bytes. */
  size: number
  sha256: Buffer
  /** Its first bytes. */
  head: Buffer
}

/**
 * Brings a stream into the store, whatever its size with the memory of a few chunks.
 *
 * @throws {Refused} `invalid_request` if it is empty or larger than `maximum` bytes. Nothing is left then, nor when the
 * stream fails.
 */
export async function receive(store: FileStore, key: string, content: Readable, maximum: number): Promise<Received> {
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  async function* watched() {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maximum) throw tooLarge(maximum)
      if (head.length < headLength) head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)])
      hash.update(chunk)
      yield chunk
    }
    if (size === 0) throw new Refused('invalid_request', 'The file is empty')
  }
  await store.write(key, Readable.from(watched(), { objectMode: false }))
  return { size, sha256: hash.digest(), head }
}

/** 400: uploads over the limit have no code of their own. */
export const tooLarge = (maximum: number): Refused =>
  new Refused('invalid_request', `The file is too large: at most ${maximum} bytes`)
