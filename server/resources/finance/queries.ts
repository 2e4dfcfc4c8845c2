import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Metric } from './tables.ts'
import { projectMetrics, taskMetrics } from './task-metrics.ts'

export type Money = { currency: string } & { [M in Metric]?: number }

/** What tasks or projects cost and bring now, by number. What was never anything else is 0, a budget only where there is one. */
export async function moneyOf(caller: Caller, itemIds: readonly number[]): Promise<Map<number, Money>> {
  const { rows } = await sql<{ item_id: number; currency: string; money: Partial<Record<Metric, number>> }>`
    select i.item_id, a.currency, coalesce(jsonb_object_agg(m.metric, m.value) filter (where m.metric is not null), '{}') as money
    from unnest(${itemIds}::bigint[]) i (item_id)
    join account a on a.account_id = ${caller.accountId}
    left join finance_metric m on m.account_id = a.account_id and m.item_id = i.item_id and m.end_at is null
    group by i.item_id, a.currency`.execute(connectionOf(caller))
  const nothing = { actualFees: 0, actualCost: 0, plannedFees: 0, plannedCost: 0 }
  return new Map(rows.map((row) => [row.item_id, { currency: row.currency, ...nothing, ...row.money }]))
}

export interface MetricRow {
  item_id: number
  metric: Metric
  value: number
  start_at: Date
  end_at: Date | null
}

/** Values of the past and of now that began in a window, oldest first. */
export async function metricHistory(
  caller: Caller,
  itemIds: readonly number[],
  window: { start?: Date | undefined; end?: Date | undefined } | undefined,
): Promise<MetricRow[]> {
  return connectionOf(caller)
    .selectFrom('finance_metric')
    .select(['item_id', 'metric', 'value', 'start_at', 'end_at'])
    .where('account_id', '=', caller.accountId)
    .where('item_id', 'in', itemIds)
    .$if(window?.start !== undefined, (query) => query.where('start_at', '>=', window?.start as Date))
    .$if(window?.end !== undefined, (query) => query.where('start_at', '<', window?.end as Date))
    .orderBy('start_at')
    .execute()
}

/** Whether tasks can cost and bring anything in the account: without rates there is nothing to compute. */
export async function hasMoney(inside: Caller): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from hourly_rate where account_id = ${inside.accountId}) as has`.execute(connectionOf(inside))
  return rows[0]?.has ?? false
}

/**
 * One writer of an account at a time, until its transaction ends: a sum over tasks must not miss what another is adding.
 */
export const lockMoney = (inside: Caller) =>
  sql`select pg_advisory_xact_lock(7017, ${inside.accountId}::int)`.execute(connectionOf(inside))

/** Computes tasks anew and keeps what differs, as the value that holds now. How many values did. */
export const recomputeTasks = (inside: Caller, taskIds: readonly number[]): Promise<number> =>
  keep(inside, taskMetrics(inside.accountId, taskIds))

/** The same of the projects above tasks, of projects, and of those above them. */
export async function recomputeProjects(
  inside: Caller,
  places: { taskIds: readonly number[]; folderIds: readonly number[] },
): Promise<void> {
  const { rows } = await sql<{ folder_id: number }>`
    with recursive above(folder_id) as (
      select unnest(${places.folderIds}::bigint[])
      union
      select p.folder_id from task_placement p where p.account_id = ${inside.accountId} and p.task_id = any(${places.taskIds}::bigint[])
      union
      select l.parent_id from above a join folder_parent l on l.account_id = ${inside.accountId} and l.folder_id = a.folder_id
    ) select a.folder_id from above a join folder f on f.account_id = ${inside.accountId} and f.folder_id = a.folder_id and f.is_project`.execute(
    connectionOf(inside),
  )
  const projects = rows.map((row) => row.folder_id)
  await keep(inside, projectMetrics(inside.accountId, projects))
}

/** Ends values that are others now and begins the new ones. A second change of one transaction replaces the first. */
async function keep(inside: Caller, metrics: ReturnType<typeof taskMetrics>): Promise<number> {
  const { rows } = await sql<{ item_id: number; metric: Metric; value: number }>`
    with wanted as materialized (${metrics})
    select w.item_id, w.metric, w.value from wanted w
    left join finance_metric m on m.account_id = ${inside.accountId} and m.item_id = w.item_id and m.metric = w.metric and m.end_at is null
    where w.value is distinct from m.value and not (m.value is null and w.value = 0)`.execute(connectionOf(inside))
  if (rows.length === 0) return 0
  const differing = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (item_id bigint, metric text, value double precision)`
  const current = sql`m.account_id = ${inside.accountId} and m.item_id = d.item_id and m.metric = d.metric and m.end_at is null`
  const database = connectionOf(inside)
  // What waited for the lock began before the value it finds: that one is replaced, as one of the same transaction is.
  await sql`update finance_metric m set value = d.value from ${differing} where ${current} and m.start_at >= now()`.execute(
    database,
  )
  await sql`update finance_metric m set end_at = now() from ${differing} where ${current} and m.start_at < now()`.execute(
    database,
  )
  await sql`insert into finance_metric (account_id, item_id, metric, value)
    select ${inside.accountId}, d.item_id, d.metric, d.value from ${differing}
    where not exists (select from finance_metric m where ${current})`.execute(database)
  return rows.length
}

/** All tasks below folders, deleted ones among them. */
export async function tasksBelow(inside: Caller, folderIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ task_id: number }>`
    with recursive below(folder_id) as (
      select unnest(${folderIds}::bigint[])
      union
      select l.folder_id from below b join folder_parent l on l.account_id = ${inside.accountId} and l.parent_id = b.folder_id
    ) select distinct p.task_id from below b join task_placement p on p.account_id = ${inside.accountId} and p.folder_id = b.folder_id`.execute(
    connectionOf(inside),
  )
  return rows.map((row) => row.task_id)
}

/** Tasks on which somebody works or has logged time; for a job role, of all whose rate has ever come from it. */
export async function tasksOfSubject(inside: Caller, subject: { type: string; id: number }): Promise<number[]> {
  const { rows } = await sql<{ task_id: number }>`
    with who(type, id) as (
      select ${subject.type}::text, ${subject.id}::bigint
      union
      select r.subject_type, r.subject_id from hourly_rate r
      where r.account_id = ${inside.accountId} and ${subject.type} = 'JobRole' and r.job_role_id = ${subject.id}
    )
    select l.task_id from who join timelog l on l.account_id = ${inside.accountId} and who.type = 'User' and l.person_id = who.id
    union
    select r.task_id from who join task_responsible r on r.account_id = ${inside.accountId} and who.type = 'User' and r.person_id = who.id
    union
    select h.task_id from who join task_placeholder h on h.account_id = ${inside.accountId} and who.type = 'Placeholder' and h.placeholder_id = who.id
    union
    select t.task_id from who join task t on t.account_id = ${inside.accountId} and t.effort_allocation @? '$.responsibleAllocation[*].dailyAllocation[0]'
      and exists (select from jsonb_array_elements(t.effort_allocation -> 'responsibleAllocation') e
        where (who.type = 'User' and e ->> 'personId' = who.id::text) or (who.type = 'Placeholder' and e ->> 'placeholderId' = who.id::text))`.execute(
    connectionOf(inside),
  )
  return rows.map((row) => row.task_id)
}
