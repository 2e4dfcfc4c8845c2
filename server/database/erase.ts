import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

interface Reference {
  table: string
  columns: string[]
  other: string
  otherColumns: string[]
}

/**
 * Deletes tasks and folders for good, with every row of the account that refers to them, whichever table it is in: the
 * references themselves say where to look.
 */
export async function eraseItems(
  database: Kysely<Database>,
  accountId: number,
  { folders, tasks }: { folders: readonly number[]; tasks: readonly number[] },
): Promise<void> {
  if (folders.length + tasks.length === 0) return
  const references = await referencesOf(database)
  const items = (key: string, ids: readonly number[]) =>
    sql`account_id = ${accountId} and ${sql.ref(key)} = any(${ids}::bigint[])`
  if (tasks.length > 0) await erase(database, references, 'task', items('task_id', tasks))
  if (folders.length > 0) await erase(database, references, 'folder', items('folder_id', folders))
}

/** What refers to the rows goes first. */
async function erase(
  database: Kysely<Database>,
  references: readonly Reference[],
  table: string,
  which: ReturnType<typeof sql>,
  path: readonly string[] = [],
): Promise<void> {
  // Tables that refer to one another are visited once.
  const next = references.filter((one) => one.other === table && !path.includes(one.table))
  for (const { table: from, columns, otherColumns } of next) {
    const refers = sql`(${sql.join(columns.map((name) => sql.ref(name)))}) in (
      select ${sql.join(otherColumns.map((name) => sql.ref(name)))} from ${sql.table(table)} where ${which})`
    await erase(database, references, from, refers, [...path, table])
  }
  await sql`delete from ${sql.table(table)} where ${which}`.execute(database)
}

/** References that the database doesn't follow by itself when a row is deleted. */
async function referencesOf(database: Kysely<Database>): Promise<Reference[]> {
  const names = (
    keys: string,
    table: string,
  ) => sql`array(select a.attname::text from unnest(${sql.ref(keys)}) with ordinality k(attnum, at)
    join pg_attribute a on a.attrelid = ${sql.ref(table)} and a.attnum = k.attnum order by k.at)`
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as table, ${names('c.conkey', 'c.conrelid')} as columns,
      c.confrelid::regclass::text as other, ${names('c.confkey', 'c.confrelid')} as "otherColumns"
    from pg_constraint c
    where c.contype = 'f' and c.confdeltype in ('a', 'r') and c.connamespace = 'public'::regnamespace and c.conparentid = 0
      and c.conrelid <> c.confrelid`.execute(database)
  return rows
}
