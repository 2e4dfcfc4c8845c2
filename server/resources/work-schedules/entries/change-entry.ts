import type { Caller } from '#access/caller.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { type EntryRow, type EntryTable, entryId, entryTables } from './tables.ts'

/** An entry before and after a change; without the one it was created, without the other deleted. */
export interface Difference<T extends EntryTable> {
  before?: EntryRow<T>
  after?: EntryRow<T> | undefined
}

/** Writes an entry, with its event. */
export function changeEntry<T extends EntryTable, A>(
  caller: Caller,
  table: T,
  write: (rows: Rows) => Promise<Difference<T>>,
  answer: (row: EntryRow<T>) => A[],
): Promise<{ data: A[] }> {
  return change(caller, async (rows) => {
    const difference = await write(rows)
    const row = (difference.after ?? difference.before) as EntryRow<T>
    return changedBy({ data: answer(row) }, entryEvents(table, difference))
  })
}

function entryEvents<T extends EntryTable>(table: T, { before, after }: Difference<T>): EventRecord[] {
  const what = before ? (after ? 'Changed' : 'Deleted') : 'Created'
  const said = { ...(before ? { before: shown(before) } : {}), ...(after ? { after: shown(after) } : {}) }
  if (JSON.stringify(said.before) === JSON.stringify(said.after)) return []
  const entityId = entryId(table, (after ?? before) as EntryRow<T>)
  return [{ type: `${entryTables[table].model}${what}`, entityType: table, entityId, ...said }]
}

/** Whose days they are, which, and what they become. */
function shown<T extends EntryTable>(row: EntryRow<T>): Record<string, unknown> {
  const { account_id: _account, version: _version, ...rest } = row as Record<string, unknown>
  return rest
}
