import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { FullTask } from '../../tasks/queries.ts'

/** All living tasks inside a task, each once, in the order of their numbers. */
export async function treeBelow(rows: Rows, caller: Caller, taskId: number): Promise<FullTask[]> {
  const { rows: found } = await sql<FullTask>`
    with recursive below(task_id) as (
      select s.task_id from super_task s where s.account_id = ${caller.accountId} and s.super_task_id = ${taskId}
      union
      select s.task_id from super_task s join below b on b.task_id = s.super_task_id
      join task t on t.account_id = s.account_id and t.task_id = s.super_task_id and t.deleted_at is null
      where s.account_id = ${caller.accountId}
    )
    select t.* from task t join below b on b.task_id = t.task_id
    where t.account_id = ${caller.accountId} and t.deleted_at is null order by t.task_id`.execute(connectionOf(rows))
  return found
}

/** Numbers for new tasks. */
export async function freshNumbers(rows: Rows, count: number): Promise<number[]> {
  const { rows: found } = await sql<{
    number: number
  }>`select nextval('work_item_number') as number from generate_series(1, ${count}::int)`.execute(connectionOf(rows))
  return found.map((row) => row.number)
}

/** For each status the one that tasks begin with in its workflow. */
export async function freshStatuses(
  rows: Rows,
  caller: Caller,
  statuses: readonly number[],
): Promise<Map<number, number>> {
  const { rows: found } = await sql<{ status: number; fresh: number }>`
    select old.custom_status_id as status, coalesce(
      (select s.custom_status_id from custom_status s
        where s.account_id = old.account_id and s.workflow_id = old.workflow_id and s.status_group = 'Active' and not s.hidden
        order by s.standard desc, s.position limit 1),
      (select s.custom_status_id from custom_status s join workflow w on w.account_id = s.account_id and w.workflow_id = s.workflow_id
        where s.account_id = old.account_id and w.standard and s.status_group = 'Active' and not s.hidden
        order by s.standard desc, s.position limit 1)) as fresh
    from custom_status old
    where old.account_id = ${caller.accountId} and old.custom_status_id = any(${statuses}::bigint[])`.execute(
    connectionOf(rows),
  )
  return new Map(found.map((row) => [row.status, row.fresh]))
}

/** Folders, people and placeholders of tasks for their copies; links among the copies, and to tasks above all of them. */
export async function copyLinks(
  rows: Rows,
  caller: Caller,
  copies: readonly { from: number; to: number }[],
): Promise<void> {
  const database = connectionOf(rows)
  const account = sql`${caller.accountId}`
  const pairs = sql`(select * from unnest(${copies.map((copy) => copy.from)}::bigint[], ${copies.map((copy) => copy.to)}::bigint[]) as c(original, copy)) c`
  await sql`insert into task_placement (account_id, task_id, folder_id, direct, deleted_with)
    select ${account}, c.copy, p.folder_id, true, p.deleted_with from task_placement p join ${pairs} on c.original = p.task_id
    where p.account_id = ${account} and p.direct`.execute(database)
  await sql`insert into super_task (account_id, task_id, super_task_id)
    select ${account}, c.copy, coalesce(up.copy, s.super_task_id) from super_task s join ${pairs} on c.original = s.task_id
    left join unnest(${copies.map((copy) => copy.from)}::bigint[], ${copies.map((copy) => copy.to)}::bigint[]) as up(original, copy) on up.original = s.super_task_id
    join task above on above.account_id = ${account} and above.task_id = s.super_task_id and above.deleted_at is null
    where s.account_id = ${account}`.execute(database)
  for (const [table, column] of [
    ['task_share', 'principal_id'],
    ['task_responsible', 'person_id'],
    ['task_follower', 'person_id'],
    ['task_placeholder', 'placeholder_id'],
  ] as const)
    await sql`insert into ${sql.table(table)} (account_id, task_id, ${sql.ref(column)})
      select ${account}, c.copy, l.${sql.ref(column)} from ${sql.table(table)} l join ${pairs} on c.original = l.task_id
      where l.account_id = ${account}`.execute(database)
}
