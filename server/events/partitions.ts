import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

const partitioned = ['event', 'audit_record'] as const

/** Makes the partitions of events and audit records for this month and the two that follow. */
export async function ensurePartitions(database: Kysely<Database>, today = new Date()): Promise<void> {
  for (let ahead = 0; ahead < 3; ahead++) {
    const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, 1))
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
    const month = from.toISOString().slice(0, 7).replace('-', '_')
    for (const table of partitioned) {
      await sql`create table if not exists ${sql.table(`${table}_${month}`)} partition of ${sql.table(table)}
        for values from (${sql.lit(from.toISOString())}) to (${sql.lit(to.toISOString())})`.execute(database)
    }
  }
}
