import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { seesFolder, visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { CustomFieldTables } from './tables.ts'

/** A custom field; `isVisible` is false for one of a space that the caller doesn't see. */
export type FieldRow = Selectable<CustomFieldTables['custom_field']> & { isVisible: boolean }

/** Custom fields of the account with these numbers, those of hidden spaces among them. */
export async function fieldsById(caller: Caller, fieldIds: readonly number[]): Promise<Map<number, FieldRow>> {
  if (fieldIds.length === 0) return new Map()
  const rows = await fields(caller).where('custom_field_id', 'in', fieldIds).execute()
  return new Map(rows.map((row) => [row.custom_field_id, row]))
}

/** The custom fields that the caller sees, in their order, then oldest first: of the account and all spaces, or of one space alone. */
export async function visibleFields(caller: Caller, spaceId?: number): Promise<FieldRow[]> {
  const rows = await fields(caller)
    .$if(spaceId !== undefined, (query) => query.where('space_id', '=', spaceId as number))
    .orderBy('position')
    .orderBy('custom_field_id')
    .execute()
  return rows.filter((row) => row.isVisible)
}

/** How many tasks, folders and projects that the caller sees have a value, by number of the field. */
export async function itemsByField(caller: Caller): Promise<Map<number, number>> {
  const tasks = visible(caller, 'tasks').select('task.custom_fields').where('task.deleted_at', 'is', null)
  const folders = visible(caller, 'folders').select('folder.custom_fields').where('folder.deleted_at', 'is', null)
  const { rows } = await sql<{ field: string; items: number }>`
    select field, count(*) as items
    from (${tasks} union all ${folders}) as item cross join lateral jsonb_object_keys(item.custom_fields) as field
    group by field`.execute(connectionOf(caller))
  return new Map(rows.map((row) => [Number(row.field), row.items]))
}

/** Puts fields at the head of the account's, in this order. Numbers are below zero: fields made later have 0 and come last. */
export async function placeFirst(rows: Rows, accountId: number, fieldIds: readonly number[]): Promise<void> {
  await sql`
    update custom_field set position = coalesce(array_position(${fieldIds}::bigint[], custom_field_id) - ${fieldIds.length + 1}, 0)
    where account_id = ${accountId}`.execute(connectionOf(rows))
}

const fields = (caller: Caller) =>
  connectionOf(caller)
    .selectFrom('custom_field')
    .selectAll()
    .select(
      sql<boolean>`custom_field.space_id is null or ${seesFolder(caller, sql.ref('custom_field.space_id'))}`.as(
        'isVisible',
      ),
    )
    .where('account_id', '=', caller.accountId)
