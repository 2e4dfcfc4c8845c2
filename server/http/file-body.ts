import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { invalidValue, Refused, required } from '#contract/errors.ts'
import type { FileBody } from '#contract/file.ts'
import { cleanFileName, nameInHeader } from '#files/file-name.ts'
import { tooLarge } from '#files/receive.ts'

const header = 'X-File-Name'
const largestText = 64 * 1024
const longestSilenceMs = 60_000

/** Whether the body of a request is a file, whatever type it says it has. */
export const isFile = ({ headers }: FastifyRequest): boolean => headers['x-file-name'] !== undefined

/** The body of a request that has parameters in place of a file. */
export async function textOf({ raw }: FastifyRequest): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > largestText)
      throw new Refused('invalid_request', `Without the header ${header} the body has parameters: 64 KB at most`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** The file that a request sends, of at most `maximum` bytes. */
export function fileBody(request: FastifyRequest, maximum: number): FileBody {
  const { headers } = request
  const givenName = (): string | undefined => {
    const value = headers['x-file-name']
    if (value === undefined) return undefined
    const name = cleanFileName(nameInHeader(String(value)))
    if (name === '') throw invalidValue(header, 'the name of a file')
    return name
  }
  return {
    givenName,
    name: () => {
      const name = givenName()
      if (name === undefined) throw required(header)
      return name
    },
    exists:
      (isFile(request) || request.body === undefined) &&
      (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0),
    read: () => {
      if (Number(headers['content-length'] ?? 0) > maximum) throw tooLarge(maximum)
      return Readable.from(bytesOf(request), { objectMode: false })
    },
  }
}

/** The bytes of a request. Who stops reading leaves the connection open, for the answer. */
async function* bytesOf({ raw }: FastifyRequest): AsyncGenerator<Buffer> {
  raw.setTimeout(longestSilenceMs, () => raw.destroy(new Error('The upload stands still')))
  try {
    for await (const chunk of raw.iterator({ destroyOnReturn: false })) yield chunk
  } catch (error) {
    throw new Refused('invalid_request', 'The upload was cut', { cause: error })
  } finally {
    raw.setTimeout(0)
  }
}

const mostUnread = 16 * 1024 * 1024
const longestUnreadMs = 5000

/**
 * Lets a client whose file is refused finish sending, so that it gets to read the answer; one that has much left to send
 * is cut off.
 */
export function readAway(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request
  if (raw.complete || raw.destroyed) return
  let left = mostUnread
  const cut = () => raw.destroy()
  const timer = setTimeout(cut, longestUnreadMs).unref()
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) cut()
  })
  raw.on('error', () => {})
  raw.on('close', () => clearTimeout(timer))
  raw.on('end', () => clearTimeout(timer))
  reply.raw.on('error', () => {})
  raw.resume()
}
