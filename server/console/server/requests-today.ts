import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Settings } from '#settings.ts'

/** No more are counted: a million rows of one day take a tenth of a second. */
const mostCounted = 1_000_000

/**
 * Requests of applications since midnight UTC, of one or of all, in words; undefined if the server keeps no log of them.
 */
export async function requestsToday(
  database: Kysely<Database>,
  settings: Pick<Settings, 'requestLogDays'>,
  clientId?: string,
): Promise<string | undefined> {
  if (settings.requestLogDays === 0) return undefined
  const own = clientId === undefined ? sql`true` : sql`client_id = ${clientId}`
  const { rows } = await sql<{ count: number }>`select count(*) from (select from request_log
    where ${own} and answered_at >= date_trunc('day', now(), 'utc') limit ${mostCounted + 1}) as today`.execute(
    database,
  )
  const count = rows[0]?.count ?? 0
  return count > mostCounted ? 'more than 1,000,000' : count.toLocaleString('en-GB')
}
