import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#contract/errors.ts'
import type { FileAnswer } from '#contract/file.ts'
import { harmlessType } from '#files/content-type.ts'
import { contentDisposition } from '#files/file-name.ts'

/**
 * Answers with a file: all of it, the range that is asked for (RFC 9110, 14), or that the client has it already.
 *
 * Files come from strangers. None is shown by a browser in the server's name: what could run is plain bytes, all but
 * our own previews are saved rather than opened, and should one be opened it is in a sandbox.
 *
 * @throws {Refused} 416 for a range beyond the end.
 */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): Promise<FastifyReply> {
  const etag = `"${file.etag}"`
  reply.headers({
    etag,
    'last-modified': file.modified.toUTCString(),
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    // Links to files may stand in pages elsewhere, as pictures do.
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': contentDisposition(file.disposition, file.name),
  })
  if (names(request.headers['if-none-match'], etag)) return reply.code(304).send()

  const range = wantedRange(request, etag, file.size)
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${file.size}`)
  reply.type(harmlessType(file.contentType)).header('content-length', end - start + 1)
  // Without a body Fastify would say that the length is 0.
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : await file.read(range))
}

const names = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')))

/** One range of bytes. Several, or what is no range of bytes, are answered with all; so is a range of an older content. */
function wantedRange(request: FastifyRequest, etag: string, size: number): { start: number; end: number } | undefined {
  const condition = request.headers['if-range']
  if (condition !== undefined && condition !== etag) return undefined
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.range ?? '') ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return undefined
  if (start > end)
    throw new Refused('invalid_request', 'The range lies beyond the end of the file', {
      status: 416,
      headers: { 'content-range': `bytes */${size}` },
    })
  return { start, end }
}
