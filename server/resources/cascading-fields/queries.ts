import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { NamedField } from '../custom-fields/named-field.ts'
import type { CascadingFieldTables } from './tables.ts'

export type CascadeRow = Selectable<CascadingFieldTables['cascading_field']>

/** Cascades that start at items. */
export const cascadesFrom = (caller: Caller, itemIds: readonly number[]): Promise<CascadeRow[]> =>
  connectionOf(caller)
    .selectFrom('cascading_field')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('item_id', 'in', itemIds.length > 0 ? itemIds : [-1])
    .orderBy('enabled_at')
    .orderBy('custom_field_id')
    .execute()

/** Whether anything cascades in the account: without, there is nothing to follow. */
export async function hasCascades(caller: Caller): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from cascading_field where account_id = ${caller.accountId}) as has`.execute(
    connectionOf(caller),
  )
  return rows[0]?.has ?? false
}

/** Living folders and tasks below items, each once; the items themselves are not among them. */
export async function itemsBelow(
  caller: Caller,
  itemIds: readonly number[],
): Promise<{ folders: number[]; tasks: number[] }> {
  const { rows } = await sql<{ id: number; is_task: boolean }>`
    with recursive below(id, is_task) as (
      select i.id, exists (select from task t where t.account_id = ${caller.accountId} and t.task_id = i.id)
      from unnest(${itemIds}::bigint[]) i (id)
      union
      select n.id, n.is_task from below b cross join lateral (
        select l.folder_id as id, false as is_task from folder_parent l
        where not b.is_task and l.account_id = ${caller.accountId} and l.parent_id = b.id and l.deleted_with is null
        union all
        select p.task_id, true from task_placement p
        where not b.is_task and p.account_id = ${caller.accountId} and p.folder_id = b.id and p.deleted_with is null
        union all
        select s.task_id, true from super_task s
        where b.is_task and s.account_id = ${caller.accountId} and s.super_task_id = b.id
      ) n
    ) select id, is_task from below where not id = any(${itemIds}::bigint[])`.execute(connectionOf(caller))
  return {
    folders: rows.flatMap((row) => (row.is_task ? [] : [row.id])),
    tasks: rows.flatMap((row) => (row.is_task ? [row.id] : [])),
  }
}

/** The cascades that reach an item from above, for each field the nearest, with the value it has there; null is none. */
export async function cascadesInto(caller: Caller, itemId: number): Promise<(NamedField & { value: string | null })[]> {
  const account = caller.accountId
  const { rows } = await sql<NamedField & { value: string | null }>`
    with recursive above(id, depth) as (
      select ${itemId}::bigint, 0
      union
      select n.id, a.depth + 1 from above a cross join lateral (
        select l.parent_id as id from folder_parent l where l.account_id = ${account} and l.folder_id = a.id and l.deleted_with is null
        union all
        select p.folder_id from task_placement p where p.account_id = ${account} and p.task_id = a.id and p.direct and p.deleted_with is null
        union all
        select s.super_task_id from super_task s where s.account_id = ${account} and s.task_id = a.id
      ) n
    )
    select distinct on (c.custom_field_id, c.system_field) c.custom_field_id, c.system_field, ${valueAt} as value
    from above a join cascading_field c on c.account_id = ${account} and c.item_id = a.id
    left join folder f on f.account_id = c.account_id and f.folder_id = c.item_id
    left join task t on t.account_id = c.account_id and t.task_id = c.item_id
    where a.depth > 0
    order by c.custom_field_id, c.system_field, a.depth, a.id`.execute(connectionOf(caller))
  return rows
}

/** The value that a cascade has where it starts, in a query of `cascading_field c`, `folder f` and `task t`. */
const valueAt = sql`case c.system_field
  when 'importance' then t.importance
  when 'billingType' then coalesce(t.billing_type, f.contract_type)
  else coalesce(t.custom_fields, f.custom_fields) ->> c.custom_field_id::text end`

/** The value that a cascade has where it starts; null is none. */
export async function sourceValue(caller: Caller, cascade: CascadeRow): Promise<string | null> {
  const { rows } = await sql<{ value: string | null }>`
    select ${valueAt} as value from cascading_field c
    left join folder f on f.account_id = c.account_id and f.folder_id = c.item_id
    left join task t on t.account_id = c.account_id and t.task_id = c.item_id
    where c.account_id = ${caller.accountId} and c.item_id = ${cascade.item_id}
      and c.custom_field_id = ${cascade.custom_field_id} and c.system_field = ${cascade.system_field}`.execute(
    connectionOf(caller),
  )
  return rows[0]?.value ?? null
}
