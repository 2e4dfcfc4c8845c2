import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

const tables = ['oauth_payload', 'access_token', 'session', 'one_time_link'] as const

/** Deletes credentials that expired a day ago. Nothing that expired is valid until then either. */
export async function forgetExpired(database: Kysely<Database>): Promise<void> {
  for (const table of tables)
    await database.deleteFrom(table).where('expires_at', '<', sql<Date>`now() - interval '1 day'`).execute()
}
