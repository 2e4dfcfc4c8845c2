import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { probeTask, seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { RollupTables } from './tables.ts'

export type RollupRow = Selectable<RollupTables['rollup_field']>
export type RollupValue = Pick<RollupRow, 'item_id' | 'custom_field_id' | 'system_field'> & { value: string | null }

/** Rollups of items. */
export const rollupsOn = (caller: Caller, itemIds: readonly number[]): Promise<RollupRow[]> =>
  connectionOf(caller)
    .selectFrom('rollup_field')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('item_id', 'in', itemIds.length > 0 ? itemIds : [-1])
    .orderBy('custom_field_id')
    .orderBy('system_field')
    .execute()

/** Whether anything rolls up in the account: without, there is nothing to follow. */
export async function hasRollups(caller: Caller): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from rollup_field where account_id = ${caller.accountId}) as has`.execute(
    connectionOf(caller),
  )
  return rows[0]?.has ?? false
}

/** What is directly above items and has rollups. */
export async function rollingParents(inside: Caller, itemIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct r.item_id as id from unnest(${itemIds}::bigint[]) i (id) cross join lateral (
      select l.parent_id as id from folder_parent l where l.account_id = ${inside.accountId} and l.folder_id = i.id and l.deleted_with is null
      union all
      select p.folder_id from task_placement p where p.account_id = ${inside.accountId} and p.task_id = i.id and p.direct and p.deleted_with is null
      union all
      select s.super_task_id from super_task s where s.account_id = ${inside.accountId} and s.task_id = i.id
    ) up join rollup_field r on r.account_id = ${inside.accountId} and r.item_id = up.id`.execute(connectionOf(inside))
  return rows.map((row) => row.id)
}

/** Folders below a folder that the caller sees and that have rollups, by number, behind a position. */
export async function rollingBelow(
  caller: Caller,
  folderId: number,
  page: { after: number; limit: number | undefined },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive below(id) as (
      select ${folderId}::bigint
      union
      select l.folder_id from below b join folder_parent l on l.account_id = ${caller.accountId} and l.parent_id = b.id and l.deleted_with is null
    )
    select b.id from below b join folder f on f.account_id = ${caller.accountId} and f.folder_id = b.id and f.deleted_at is null
    where b.id <> ${folderId} and b.id > ${page.after} and ${seesFolder(caller, sql.ref('b.id'))}
      and exists (select from rollup_field r where r.account_id = ${caller.accountId} and r.item_id = b.id)
    order by b.id limit ${page.limit ?? null}`.execute(connectionOf(caller))
  return rows.map((row) => row.id)
}

/** Living folders and tasks directly below items that the caller sees. */
export async function childrenOf(
  caller: Caller,
  itemIds: readonly number[],
): Promise<{ item_id: number; id: number; is_task: boolean }[]> {
  const { rows } = await sql<{ item_id: number; id: number; is_task: boolean }>`
    select i.item_id, c.id, c.is_task from unnest(${itemIds}::bigint[]) i (item_id) cross join lateral (
      select f.folder_id as id, false as is_task from folder_parent l
      join folder f on f.account_id = l.account_id and f.folder_id = l.folder_id and f.deleted_at is null
      where l.account_id = ${caller.accountId} and l.parent_id = i.item_id and l.deleted_with is null and ${seesFolder(caller, sql.ref('f.folder_id'))}
      union all
      select t.task_id, true from task t
      where t.account_id = ${caller.accountId} and t.deleted_at is null and ${probeTask(caller, sql.ref('t.task_id'))} and t.task_id in (
        select p.task_id from task_placement p where p.account_id = ${caller.accountId} and p.folder_id = i.item_id and p.direct and p.deleted_with is null
        union all
        select s.task_id from super_task s where s.account_id = ${caller.accountId} and s.super_task_id = i.item_id)
    ) c order by c.is_task, c.id`.execute(connectionOf(caller))
  return rows
}

/**
 * What rollups are now, in one query: custom fields, dates and budgets of what is directly below, effort, progress and money
 * of all living tasks below, each once. Null where nothing below has a value.
 */
export async function rollupValues(inside: Caller, itemIds: readonly number[]): Promise<RollupValue[]> {
  if (itemIds.length === 0) return []
  const account = inside.accountId
  const { rows } = await sql<RollupValue>`
    select r.item_id, r.custom_field_id, r.system_field,
      case when r.system_field in ('', 'startDate', 'dueDate', 'budget') then direct.value else deep.value end as value
    from rollup_field r
    left join lateral (
      select case r.system_field
          when 'startDate' then min(c.first)::text
          when 'dueDate' then max(c.last)::text
          when 'budget' then trim_scale(sum(c.budget)::numeric)::text
          else trim_scale(case r.aggregation
            when 'Sum' then sum(c.number) when 'Average' then round(avg(c.number), 10) when 'Min' then min(c.number) else max(c.number) end)::text
        end as value
      from (
        select f.project_start as first, f.project_end as last, f.budget, ${numberIn('f')} as number
        from folder_parent l join folder f on f.account_id = l.account_id and f.folder_id = l.folder_id and f.deleted_at is null
        where l.account_id = ${account} and l.parent_id = r.item_id and l.deleted_with is null
        union all
        select t.start_at::date, t.due_at::date, null, ${numberIn('t')} from task t
        where t.account_id = ${account} and t.deleted_at is null and t.task_id in (
          select p.task_id from task_placement p where p.account_id = ${account} and p.folder_id = r.item_id and p.direct and p.deleted_with is null
          union all
          select s.task_id from super_task s where s.account_id = ${account} and s.super_task_id = r.item_id)
      ) c
    ) direct on r.system_field in ('', 'startDate', 'dueDate', 'budget')
    left join lateral (
      with recursive below(id, is_task) as (
        select r.item_id, r.item_type = 'task'
        union
        select n.id, n.is_task from below b cross join lateral (
          select l.folder_id as id, false as is_task from folder_parent l
          where not b.is_task and l.account_id = ${account} and l.parent_id = b.id and l.deleted_with is null
          union all
          select p.task_id, true from task_placement p where not b.is_task and p.account_id = ${account} and p.folder_id = b.id and p.deleted_with is null
          union all
          select s.task_id, true from super_task s where b.is_task and s.account_id = ${account} and s.super_task_id = b.id
        ) n
      )
      select case r.system_field
          when 'effort' then trim_scale(sum(${effortOf})::numeric)::text
          when 'progress' then round(100.0 * count(*) filter (where t.status_group = 'Completed') / nullif(count(*) filter (where t.status_group <> 'Cancelled'), 0))::text
          else trim_scale(coalesce(sum(m.value), 0)::numeric)::text
        end as value
      from below b join task t on t.account_id = ${account} and t.task_id = b.id and t.deleted_at is null
      left join finance_metric m on m.account_id = t.account_id and m.item_id = t.task_id and m.metric = r.system_field and m.end_at is null
      where b.is_task and b.id <> r.item_id
    ) deep on r.system_field not in ('', 'startDate', 'dueDate', 'budget')
    where r.account_id = ${account} and r.item_id = any(${itemIds}::bigint[])`.execute(connectionOf(inside))
  return rows
}

/** The number that a row's custom field holds; a field that became one of numbers may still hold values that are none. */
const numberIn = (table: string) => {
  const text = sql`(${sql.ref(`${table}.custom_fields`)} ->> r.custom_field_id::text)`
  return sql`case when ${text} ~ '^-?\\d+(\\.\\d+)?$' then ${text}::numeric end`
}

/** Minutes of a task: the total that was said, the sum of its days, or with FullTime its duration. */
const effortOf = sql`case t.effort_allocation ->> 'mode'
  when 'None' then null
  when 'FullTime' then t.duration_minutes
  else coalesce((t.effort_allocation ->> 'totalEffort')::double precision, (t.effort_allocation ->> 'allocatedEffort')::double precision, (
    select sum((d ->> 'effortMinutes')::double precision) from jsonb_array_elements(coalesce(t.effort_allocation -> 'responsibleAllocation', '[]')) e
    cross join jsonb_array_elements(coalesce(e -> 'dailyAllocation', '[]')) d)) end`
