import { generateKeyBetween } from 'fractional-indexing'
import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { ViewTables } from './tables.ts'

export type ViewRow = Selectable<ViewTables['saved_view']>
export type MemoryRow = Selectable<ViewTables['view_memory']>

/** Whether the account has this view, hidden ones too: only to choose between 404 and 403. */
export async function viewExists(caller: Caller, viewId: number): Promise<boolean> {
  const row = await connectionOf(caller)
    .selectFrom('saved_view')
    .select('view_id')
    .where('account_id', '=', caller.accountId)
    .where('view_id', '=', viewId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many views the caller owns. */
export async function countOwn(caller: Caller): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from saved_view where account_id = ${caller.accountId} and owner_id = ${caller.personId}`.execute(
    connectionOf(caller),
  )
  return rows[0]?.count ?? 0
}

/** A position right before or after another view, or behind all: index look-ups only. */
export async function positionKey(
  caller: Caller,
  beside: { before?: string | undefined; after?: string | undefined },
): Promise<string> {
  const { before, after } = beside
  const { rows } = await sql<{ low: string | null; high: string | null }>`
    select
      (select max(position) from saved_view where account_id = ${caller.accountId}
        and (${before ?? null}::text is null or position < ${before ?? null})) as low,
      (select min(position) from saved_view where account_id = ${caller.accountId} and position > ${after ?? null}::text) as high`.execute(
    connectionOf(caller),
  )
  const { low, high } = rows[0] as { low: string | null; high: string | null }
  if (before !== undefined) return generateKeyBetween(low, before)
  return after === undefined ? generateKeyBetween(low, null) : generateKeyBetween(after, high)
}

/** The highest role that the caller has on each of these folders. */
export async function rolesOn(caller: Caller, folderIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ folder_id: number; role: number }>`
    select folder_id, max(role) as role from folder_access
    where account_id = ${caller.accountId} and folder_id = any(${folderIds}::bigint[])
      and principal_id = any(${caller.principals}::bigint[]) group by folder_id`.execute(connectionOf(caller))
  return new Map(rows.map((row) => [row.folder_id, row.role]))
}

/** What the caller's eyes last rested on in a place; 0 is everything. */
export const memoryOf = (caller: Caller, folderId: number): Promise<MemoryRow[]> =>
  connectionOf(caller)
    .selectFrom('view_memory')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('person_id', '=', caller.personId)
    .where('folder_id', '=', folderId)
    .orderBy('used_at', 'desc')
    .execute()

/** Remembers, in one statement and without an event: it changes nothing for anybody else. */
export async function remember(
  caller: Caller,
  row: Pick<MemoryRow, 'folder_id' | 'kind' | 'settings'>,
): Promise<MemoryRow> {
  const { rows } = await sql<MemoryRow>`
    insert into view_memory (account_id, person_id, folder_id, kind, settings)
    values (${caller.accountId}, ${caller.personId}, ${row.folder_id}, ${row.kind}, ${JSON.stringify(row.settings)}::jsonb)
    on conflict (account_id, person_id, folder_id, kind) do update set settings = excluded.settings, used_at = now()
    returning *`.execute(connectionOf(caller))
  return rows[0] as MemoryRow
}
