import { Readable } from 'node:stream'
import { notAllowed, notFound } from '#contract/errors.ts'
import type { FileAnswer } from '#contract/file.ts'
import { contentKey } from '#files/sweep.ts'
import type { Services } from '#http/services.ts'

/** What is needed of an attachment to give its content. */
export interface ContentRow {
  account_id: number
  file_id: string | null
  name: string
  content_type: string
  size: number | null
  sha256: Buffer | null
  created_at: Date
}

/**
 * The content of an attachment, under its own name or another.
 *
 * @throws {Refused} `not_allowed` for a link, whose content is not the server's.
 */
export function contentOf({ files }: Services, row: ContentRow, name = row.name): FileAnswer {
  const { file_id: fileId } = row
  if (fileId === null) throw notAllowed('This is a link to a file elsewhere: its address is in the answer of /url')
  return {
    name,
    contentType: row.content_type,
    size: row.size ?? 0,
    etag: (row.sha256 ?? Buffer.from(fileId)).toString('hex'),
    modified: row.created_at,
    disposition: 'attachment',
    read: async (range) => {
      const content = await files.read(contentKey(row.account_id, fileId), range)
      if (!content) throw notFound('File', row.name)
      return content
    },
  }
}

/** Bytes that are at hand as a file. */
export const readBytes = (bytes: Buffer) => async (range?: { start: number; end: number }) =>
  Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes], { objectMode: false })
