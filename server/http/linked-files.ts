import type { FastifyInstance } from 'fastify'
import { notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { cleanFileName } from '#files/file-name.ts'
import { type LinkedFile, readLink } from '#files/signed-link.ts'
import { rateLimit } from '#limits/rate-limit.ts'
import { type ContentRow, contentOf } from '#resources/attachments/content.ts'
import { readAway } from './file-body.ts'
import { refuse } from './refuse.ts'
import { sendFile } from './send-file.ts'
import type { Services } from './services.ts'

/**
 * Files by link: whoever has the link has the file, without an access token, for 24 hours and as long as the attachment
 * is there. A link that is forged or too old looks like one to nothing.
 */
export function linkedFileRoutes(services: Services) {
  return async (app: FastifyInstance): Promise<void> => {
    const limits = rateLimit(services.settings.rateLimitPerMinute)
    app.setErrorHandler((error, request, reply) => {
      readAway(request, reply)
      return refuse(error, request, reply)
    })
    app.get<{ Params: { token: string; name: string } }>('/files/:token/:name', async (request, reply) => {
      await limits.byAddress(request.ip)
      const linked = readLink(services.secret, request.params.token, Date.now())
      const row = linked && (await storedFile(services, linked))
      if (!row) throw notFound('File', cleanFileName(request.params.name).slice(0, 100))
      return sendFile(request, reply, contentOf(services, row))
    })
  }
}

async function storedFile({ store }: Services, linked: LinkedFile): Promise<ContentRow | undefined> {
  const { rows } = await sql<ContentRow>`
    select a.account_id, a.file_id, a.name, a.content_type, f.size, f.sha256, a.created_at
    from attachment a join stored_file f on f.account_id = a.account_id and f.file_id = a.file_id
    where a.account_id = ${linked.accountId} and a.attachment_id = ${linked.attachmentId}`.execute(store.database)
  return rows[0]
}
