import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** A part of a table that is partitioned by time: its name, and from when until when its rows are, in UTC. */
export interface Partition {
  name: string
  from: Date
  to: Date
}

/**
 * Makes a partition, unless it is there. Rows of its time that came before it are in the default one (`<table>_other`),
 * which then would not let it be made: they move.
 */
export async function ensurePartition(
  database: Kysely<Database>,
  table: string,
  { name, from, to }: Partition,
): Promise<void> {
  if (await isThere(database, name)) return
  const [start, end] = [from.toISOString(), to.toISOString()]
  const [parent, part, other] = [sql.table(table), sql.table(name), sql.table(`${table}_other`)]
  const column = sql.ref(await columnOf(database, table))
  await withoutQueue(database, async (transaction) => {
    // Servers that start together make it one after the other.
    await sql`select pg_advisory_xact_lock(7003, 1)`.execute(transaction)
    if (await isThere(transaction, name)) return
    // Nobody writes while rows move; reading goes on.
    await sql`lock table only ${parent} in share row exclusive mode`.execute(transaction)
    await sql`create table ${part} (like ${parent} including defaults including constraints)`.execute(transaction)
    await sql`with moved as (delete from ${other} where ${column} >= ${start} and ${column} < ${end} returning *)
      insert into ${part} select * from moved`.execute(transaction)
    await sql`alter table ${parent} attach partition ${part} for values from (${sql.lit(start)}) to (${sql.lit(end)})`.execute(
      transaction,
    )
  })
}

/** Drops a partition with all its rows. */
export async function dropPartition(database: Kysely<Database>, name: string): Promise<void> {
  await withoutQueue(database, async (transaction) => {
    await sql`drop table if exists ${sql.table(name)}`.execute(transaction)
  })
}

/**
 * A change of partitions waits for those who read the table, and who writes would wait behind it: not for long. What was
 * not done now is done within the next hours (jobs/maintenance.ts).
 */
async function withoutQueue(
  database: Kysely<Database>,
  step: (transaction: Transaction<Database>) => Promise<void>,
): Promise<void> {
  try {
    await database.transaction().execute(async (transaction) => {
      await sql`set local lock_timeout = '2s'`.execute(transaction)
      await step(transaction)
    })
  } catch (error) {
    const isQueued = (error as { code?: string }).code === '55P03'
    if (!isQueued) throw error
  }
}

/** The names of a table's partitions, without the default one. */
export async function partitionsOf(database: Kysely<Database>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits
    where inhparent = to_regclass(${table}) and inhrelid is distinct from to_regclass(${`${table}_other`})
    order by 1`.execute(database)
  return rows.map((row) => row.name)
}

async function isThere(database: Kysely<Database>, name: string): Promise<boolean> {
  const { rows } = await sql<{ name: string | null }>`select to_regclass(${name}) as name`.execute(database)
  return rows[0]?.name != null
}

async function columnOf(database: Kysely<Database>, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_partitioned_table join pg_attribute on attrelid = partrelid and attnum = partattrs[0]
    where partrelid = to_regclass(${table})`.execute(database)
  return rows[0]?.name as string
}
