import type { Caller } from '#access/caller.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { entryRows, existingEntries } from './queries.ts'
import { type EntryRow, type EntryTable, entryId, entryTables } from './tables.ts'

/**
 * The entries with these numbers, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is of somebody hidden (`access_forbidden`).
 */
export async function entriesByIds<T extends EntryTable>(
  caller: Caller,
  table: T,
  ids: readonly number[],
): Promise<EntryRow<T>[]> {
  const rows = await entryRows(caller, table, [sql<boolean>`${sql.ref(`e.${table}_id`)} = any(${ids}::bigint[])`])
  const byId = new Map(rows.map((row) => [entryId(table, row), row]))
  const missing = ids.filter((id) => !byId.has(id))
  if (missing.length > 0) await refuseMissing(caller, table, missing)
  return ids.map((id) => byId.get(id) as EntryRow<T>)
}

/** The same for one. */
export async function entryById<T extends EntryTable>(caller: Caller, table: T, id: number): Promise<EntryRow<T>> {
  const [row] = await entriesByIds(caller, table, [id])
  return row as EntryRow<T>
}

async function refuseMissing(caller: Caller, table: EntryTable, missing: readonly number[]): Promise<never> {
  const { idType, model } = entryTables[table]
  const existing = await existingEntries(caller, table, missing)
  const text = (id: number) => idAsSent(caller.accountId, idType, id)
  const unknown = missing.find((id) => !existing.has(id))
  const what = model.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  if (unknown !== undefined) throw notFound(what, text(unknown))
  throw forbidden(`You have nothing in common with the person of '${text(missing[0] as number)}'`)
}
