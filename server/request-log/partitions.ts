import { type Kysely, sql } from 'kysely'
import { dropPartition, ensurePartition, partitionsOf } from '#database/partitions.ts'
import type { Database } from '#database/schema.ts'

const dayMs = 86_400_000

/**
 * Makes the partitions of the log for today and the two days that follow, and drops those that are wholly older than it is
 * kept.
 *
 * @param days how long rows are kept; 0 drops all
 */
export async function keepRequestLog(database: Kysely<Database>, days: number, now = new Date()): Promise<void> {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  for (let ahead = 0; ahead < 3 && days > 0; ahead++) {
    const from = new Date(today + ahead * dayMs)
    await ensurePartition(database, 'request_log', { name: nameOf(from), from, to: new Date(from.getTime() + dayMs) })
  }
  // A day ends up to a day after its first rows: so many days are kept whole, besides today.
  const oldest = nameOf(new Date(today - days * dayMs))
  for (const name of await partitionsOf(database, 'request_log'))
    if (days === 0 || name < oldest) await dropPartition(database, name)
  // Rows that came before there was a partition for them.
  const until = new Date(now.getTime() - days * dayMs)
  await sql`delete from request_log_other where answered_at < ${until}`.execute(database)
}

const nameOf = (day: Date) => `request_log_${day.toISOString().slice(0, 10).replaceAll('-', '_')}`
