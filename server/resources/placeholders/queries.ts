import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { PlaceholderTables } from './tables.ts'

export type PlaceholderRow = Selectable<PlaceholderTables['placeholder']>

/** Placeholders of the account that are not deleted, oldest first: every user may know them. */
export const livingPlaceholders = (caller: Caller): Promise<PlaceholderRow[]> =>
  placeholders(caller).where('deleted_at', 'is', null).orderBy('placeholder_id').execute()

/** Placeholders of the account with these numbers, deleted ones among them. */
export const placeholdersById = async (
  caller: Caller,
  placeholderIds: readonly number[],
): Promise<Map<number, PlaceholderRow>> => {
  const rows = await placeholders(caller).where('placeholder_id', 'in', placeholderIds).execute()
  return new Map(rows.map((row) => [row.placeholder_id, row]))
}

const placeholders = (caller: Caller) =>
  connectionOf(caller).selectFrom('placeholder').selectAll().where('account_id', '=', caller.accountId)
