import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { CustomFieldTables } from './tables.ts'

export type FieldRow = Selectable<CustomFieldTables['custom_field']>

/** Custom fields of the account with these numbers. */
export async function fieldsById(caller: Caller, fieldIds: readonly number[]): Promise<Map<number, FieldRow>> {
  if (fieldIds.length === 0) return new Map()
  const rows = await connectionOf(caller)
    .selectFrom('custom_field')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('custom_field_id', 'in', fieldIds)
    .execute()
  return new Map(rows.map((row) => [row.custom_field_id, row]))
}
