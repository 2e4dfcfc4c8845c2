import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** Makes the partitions of `event` for this month and the two that follow. */
export async function ensurePartitions(database: Kysely<Database>, today = new Date()): Promise<void> {
  for (let ahead = 0; ahead < 3; ahead++) {
    const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, 1))
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
    const name = `event_${from.toISOString().slice(0, 7).replace('-', '_')}`
    await sql`create table if not exists ${sql.table(name)} partition of event
      for values from (${sql.lit(from.toISOString())}) to (${sql.lit(to.toISOString())})`.execute(database)
  }
}
