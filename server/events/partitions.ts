import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** Makes the partitions of `event` for this month and the two that follow. */
export async function ensurePartitions(database: Kysely<Database>, today = new Date()): Promise<void> {
  for (let ahead = 0; ahead < 3; ahead++) {
    const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, 1))
    const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
    const name = `event_${from.toISOString().slice(0, 7).replace('-', '_')}`
    const { rows } = await sql<{ name: string | null }>`select to_regclass(${name}) as name`.execute(database)
    if (rows[0]?.name == null) await makePartition(database, name, from.toISOString(), to.toISOString())
  }
}

/** Events of a month that has no partition yet are in the default one, which then would not let it be made: they move. */
async function makePartition(database: Kysely<Database>, name: string, from: string, to: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Servers that start together make it one after the other.
    await sql`select pg_advisory_xact_lock(7003, 1)`.execute(transaction)
    const { rows } = await sql<{ name: string | null }>`select to_regclass(${name}) as name`.execute(transaction)
    if (rows[0]?.name != null) return
    await sql`lock table event`.execute(transaction)
    await sql`create table ${sql.table(name)} (like event including defaults including constraints)`.execute(
      transaction,
    )
    await sql`with moved as (delete from event_other where occurred_at >= ${from} and occurred_at < ${to} returning *)
      insert into ${sql.table(name)} select * from moved`.execute(transaction)
    await sql`alter table event attach partition ${sql.table(name)}
      for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(transaction)
  })
}
