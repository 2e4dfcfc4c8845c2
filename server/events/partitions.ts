import type { Kysely } from 'kysely'
import { ensurePartition } from '#database/partitions.ts'
import type { Database } from '#database/schema.ts'

/** Makes the partitions of `event` for this month and the two that follow. */
export async function ensurePartitions(database: Kysely<Database>, today = new Date()): Promise<void> {
  for (let ahead = 0; ahead < 3; ahead++) {
    const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, 1))
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
    const name = `event_${from.toISOString().slice(0, 7).replace('-', '_')}`
    await ensurePartition(database, 'event', { name, from, to })
  }
}
