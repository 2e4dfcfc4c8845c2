import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'

/** A task that went to the recycle bin or came out of it, for its event. */
export interface BinTask {
  task_id: number
  title: string
}

/** Moves a task to the recycle bin, with the subtasks that live nowhere else. */
export async function moveToBin(rows: Rows, caller: Caller, taskId: number): Promise<BinTask[]> {
  const { rows: gone } = await sql<BinTask>`
    with recursive below(task_id) as (
      select ${taskId}::bigint
      union
      select s.task_id from below b
      join super_task s on s.account_id = ${caller.accountId} and s.super_task_id = b.task_id
      join task t on t.account_id = s.account_id and t.task_id = s.task_id and t.deleted_at is null and t.only_subtask
    ),
    stays(task_id) as (
      select b.task_id from below b join super_task s on s.account_id = ${caller.accountId} and s.task_id = b.task_id
      join task up on up.account_id = s.account_id and up.task_id = s.super_task_id and up.deleted_at is null
      where b.task_id <> ${taskId} and not exists (select from below o where o.task_id = s.super_task_id)
      union
      select s.task_id from stays y join super_task s on s.account_id = ${caller.accountId} and s.super_task_id = y.task_id
    )
    update task set deleted_at = now(), deleted_with = ${taskId}, updated_at = now(), version = version + 1
    where account_id = ${caller.accountId} and deleted_at is null and task_id in (select task_id from below except select task_id from stays)
    returning task_id, title`.execute(connectionOf(rows))
  return gone
}

/**
 * Brings a task back with what went along, and gives all that came back. Out of a deletion that took it along, it comes
 * alone with its subtasks; what had been deleted before stays in the bin.
 */
export async function restoreFromBin(rows: Rows, caller: Caller, taskId: number): Promise<BinTask[]> {
  const { rows: back } = await sql<BinTask>`
    with recursive below(task_id, deleted_with) as (
      select task_id, deleted_with from task where account_id = ${caller.accountId} and task_id = ${taskId}
      union
      select t.task_id, t.deleted_with from below b join super_task s on s.account_id = ${caller.accountId} and s.super_task_id = b.task_id
      join task t on t.account_id = s.account_id and t.task_id = s.task_id and t.deleted_at is not null and t.only_subtask
        and t.deleted_with = b.deleted_with
    )
    update task set deleted_at = null, deleted_with = null, updated_at = now(), version = version + 1
    where account_id = ${caller.accountId} and (task_id in (select task_id from below) or deleted_with = ${taskId})
    returning task_id, title`.execute(connectionOf(rows))
  // Folders that are still in the bin keep their link waiting; a task with none left is its restorer's, under the root.
  await sql`update task_placement p set deleted_with = f.deleted_with from folder f
    where p.account_id = ${caller.accountId} and p.task_id = ${taskId} and f.account_id = p.account_id and f.folder_id = p.folder_id and f.deleted_at is not null`.execute(
    connectionOf(rows),
  )
  await sql`insert into task_share (account_id, task_id, principal_id) select ${caller.accountId}, ${taskId}, ${caller.personId}
    where not exists (select from task_placement where account_id = ${caller.accountId} and task_id = ${taskId} and deleted_with is null)
    on conflict do nothing`.execute(connectionOf(rows))
  return back
}
