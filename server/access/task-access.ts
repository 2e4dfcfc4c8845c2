import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/**
 * Derives what the given tasks and all their subtasks inherit from the tasks above: folders (`task_placement.inherited`)
 * and shares (`task_access`), and whether the given ones are only subtasks (`task.only_subtask`). Call it in the transaction that changed parents, super tasks or shares of tasks.
 */
export async function deriveTaskAccess(
  transaction: Kysely<Database>,
  accountId: number,
  taskIds: readonly number[],
): Promise<void> {
  if (taskIds.length === 0) return
  const below = sql`
    with recursive below(task_id) as (
      select unnest(${taskIds}::bigint[])
      union
      select s.task_id from super_task s join below b on b.task_id = s.super_task_id where s.account_id = ${accountId}
    ),
    above(task_id, above_id) as (
      select b.task_id, s.super_task_id from below b join super_task s on s.account_id = ${accountId} and s.task_id = b.task_id
      union
      select a.task_id, s.super_task_id from above a join super_task s on s.account_id = ${accountId} and s.task_id = a.above_id
    )`
  await sql`${below},
    wanted as (
      select distinct a.task_id, p.folder_id from above a
      join task_placement p on p.account_id = ${accountId} and p.task_id = a.above_id and p.direct and p.deleted_with is null
    ),
    gone as (
      delete from task_placement p using below b
      where p.account_id = ${accountId} and p.task_id = b.task_id and p.inherited and not p.direct
        and not exists (select from wanted w where w.task_id = p.task_id and w.folder_id = p.folder_id)
    ),
    lost as (
      update task_placement p set inherited = false from below b
      where p.account_id = ${accountId} and p.task_id = b.task_id and p.inherited and p.direct
        and not exists (select from wanted w where w.task_id = p.task_id and w.folder_id = p.folder_id)
    )
    insert into task_placement as p (account_id, task_id, folder_id, direct, inherited)
    select ${accountId}, w.task_id, w.folder_id, false, true from wanted w
    on conflict (account_id, task_id, folder_id) do update set inherited = true where not p.inherited
  `.execute(transaction)
  await sql`${below},
    wanted as (
      select s.task_id, s.principal_id from task_share s join below b on b.task_id = s.task_id where s.account_id = ${accountId}
      union
      select a.task_id, s.principal_id from above a join task_share s on s.account_id = ${accountId} and s.task_id = a.above_id
    ),
    gone as (
      delete from task_access t using below b
      where t.account_id = ${accountId} and t.task_id = b.task_id
        and not exists (select from wanted w where w.task_id = t.task_id and w.principal_id = t.principal_id)
    )
    insert into task_access (account_id, principal_id, task_id)
    select ${accountId}, w.principal_id, w.task_id from wanted w
    on conflict do nothing
  `.execute(transaction)
  await sql`
    update task t set only_subtask = not t.only_subtask
    where t.account_id = ${accountId} and t.task_id = any(${taskIds}::bigint[]) and t.only_subtask <> (
      exists (select from super_task s where s.account_id = t.account_id and s.task_id = t.task_id)
      and not exists (
        select from task_placement p
        where p.account_id = t.account_id and p.task_id = t.task_id and p.direct and p.deleted_with is null))
  `.execute(transaction)
}
