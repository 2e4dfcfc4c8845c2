import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Services } from '#http/services.ts'

const everyMs = 3_600_000
const tables = ['oauth_payload', 'access_token', 'session', 'one_time_link'] as const

/** Deletes what has expired, once an hour while the server runs. Nothing that expired is valid until then either. */
export function forgetExpired(app: FastifyInstance, { store, log }: Services): void {
  const timer = setInterval(() => {
    Promise.all(
      tables.map((table) =>
        store.database.deleteFrom(table).where('expires_at', '<', sql<Date>`now() - interval '1 day'`).execute(),
      ),
    ).catch((error) => log.warn({ err: error }, 'could not delete expired credentials'))
  }, everyMs)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
