import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import { seesPerson } from '../../contacts/queries.ts'
import { type EntryRow, type EntryTable, entryTables } from './tables.ts'

type Condition = ReturnType<typeof sql<boolean>>

/** Entries `e` of the account by their days; those of people only of people whom the caller sees. */
export async function entryRows<T extends EntryTable>(
  caller: Caller,
  table: T,
  conditions: readonly Condition[],
): Promise<EntryRow<T>[]> {
  const visible = entryTables[table].of === 'person' ? [seesPerson(caller, 'e')] : []
  const { rows } = await sql<EntryRow<T>>`
    select e.* from ${sql.table(table)} e
    where ${sql.join([sql`e.account_id = ${caller.accountId}`, ...visible, ...conditions], sql` and `)}
    order by e.from_date, ${sql.ref(`e.${table}_id`)}`.execute(connectionOf(caller))
  return rows
}

/** Which of these numbers are entries, hidden ones too: only to choose between 404 and 403. */
export async function existingEntries(caller: Caller, table: EntryTable, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select ${sql.ref(`${table}_id`)} as id from ${sql.table(table)}
    where account_id = ${caller.accountId} and ${sql.ref(`${table}_id`)} = any(${ids}::bigint[])`.execute(
    connectionOf(caller),
  )
  return new Set(rows.map((row) => row.id))
}
