import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { Refused } from '#contract/errors.ts'
import { tooLarge } from '#files/receive.ts'

/**
 * All bytes of a stream that is not too long.
 *
 * @throws {Refused} `invalid_request` if there are none, or more than `maximum`.
 */
export async function readBytes(content: Readable, maximum: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maximum) throw tooLarge(maximum)
    chunks.push(chunk)
  }
  if (size === 0) throw new Refused('invalid_request', 'The file is empty')
  return Buffer.concat(chunks)
}

/**
 * The text of a file.
 *
 * @throws {Refused} `invalid_request` that names the line if it is not UTF-8, or has signs that no text has.
 */
export function readText(bytes: Buffer): string {
  const nothing = bytes.indexOf(0)
  if (!isUtf8(bytes))
    throw new Refused('invalid_request', `Line ${firstWrongLine(bytes)} of the file is not UTF-8: save it as CSV UTF-8`)
  if (nothing !== -1)
    throw new Refused('invalid_request', `Line ${lineAt(bytes, nothing)} of the file has a NUL sign: it is not text`)
  return bytes.toString('utf8')
}

/** Signs of several bytes have no line break among them, so lines can be judged one by one. */
function firstWrongLine(bytes: Buffer): number {
  for (let line = 1, start = 0; ; line++) {
    const end = bytes.indexOf(10, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}

function lineAt(bytes: Buffer, position: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at !== -1 && at < position; at = bytes.indexOf(10, at + 1)) line++
  return line
}
