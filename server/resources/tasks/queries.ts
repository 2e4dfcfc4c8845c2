import { generateKeyBetween } from 'fractional-indexing'
import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { deriveTaskAccess } from '#access/task-access.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import type { TaskTables } from './tables.ts'

export type FullTask = Selectable<TaskTables['task']>

/** The row of a task that the caller is permitted to read. */
export const fullTask = (caller: Caller, taskId: number): Promise<FullTask> =>
  connectionOf(caller)
    .selectFrom('task')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow()

/** Rows of the account's tasks, locked until the change ends: two writers of one task follow each other. */
export async function lockTasks(
  rows: Rows,
  caller: Caller,
  taskIds: readonly number[],
): Promise<Map<number, FullTask>> {
  const found = await connectionOf(rows)
    .selectFrom('task')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('task_id', 'in', taskIds)
    .orderBy('task_id')
    .forUpdate()
    .execute()
  return new Map(found.map((row) => [row.task_id, row]))
}

/**
 * Takes the account's tree of tasks until the change ends: `alone` to change who is inside whom or what is inherited, `shared`
 * to hang a new task into it. Before any row is locked, so that no two moves can close a circle or derive from half of
 * one another.
 */
export async function lockNesting(rows: Rows, caller: Caller, mode: 'shared' | 'alone'): Promise<void> {
  const lock = mode === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`
  await sql`select ${lock}(7019, ${caller.accountId}::int)`.execute(connectionOf(rows))
}

/** Tells the tasks' rows that something around them has changed, unless this change has written them already. */
export async function touchTasks(rows: Rows, caller: Caller, taskIds: readonly number[]): Promise<void> {
  await sql`update task set updated_at = now(), version = version + 1
    where account_id = ${caller.accountId} and task_id = any(${taskIds}::bigint[]) and changed_in <> pg_current_xact_id()`.execute(
    connectionOf(rows),
  )
}

/** Derives what these tasks and their subtasks inherit, as the change has left parents, super tasks and shares. */
export const deriveAccess = (rows: Rows, caller: Caller, taskIds: readonly number[]): Promise<void> =>
  deriveTaskAccess(connectionOf(rows), caller.accountId, taskIds)

/** A custom status of the account: its group, or undefined. */
export async function statusGroupOf(caller: Caller, customStatusId: number): Promise<StatusGroup | undefined> {
  const row = await connectionOf(caller)
    .selectFrom('custom_status')
    .select('status_group')
    .where('account_id', '=', caller.accountId)
    .where('custom_status_id', '=', customStatusId)
    .executeTakeFirst()
  return row?.status_group
}

/** The status that stands for a group in the task workflow of a folder, or of the account's default workflow. */
export async function statusForGroup(
  caller: Caller,
  group: StatusGroup,
  folderId: number | undefined,
): Promise<number> {
  const { rows } = await sql<{ custom_status_id: number }>`
    select s.custom_status_id
    from custom_status s
    join workflow w on w.account_id = s.account_id and w.workflow_id = s.workflow_id
    left join folder f on f.account_id = s.account_id and f.folder_id = ${folderId ?? null}::bigint
    left join space p on p.account_id = f.account_id and p.folder_id = f.folder_id
    where s.account_id = ${caller.accountId} and s.status_group = ${group} and not s.hidden
      and (w.workflow_id = coalesce(p.default_task_workflow_id, f.workflow_id) or w.standard)
    order by w.workflow_id = coalesce(p.default_task_workflow_id, f.workflow_id) desc nulls last, s.standard desc, s.position
    limit 1`.execute(connectionOf(caller))
  return (rows[0] as { custom_status_id: number }).custom_status_id
}

/** Who a task is assigned to, if it is one person. */
export async function onlyAssignee(rows: Rows, caller: Caller, taskId: number): Promise<number | null> {
  const people = await connectionOf(rows)
    .selectFrom('task_responsible')
    .select('person_id')
    .where('account_id', '=', caller.accountId)
    .where('task_id', '=', taskId)
    .limit(2)
    .execute()
  return people.length === 1 ? (people[0]?.person_id ?? null) : null
}

/** First folder of a task, for its workflow. */
export async function firstFolder(rows: Rows, caller: Caller, taskId: number): Promise<number | undefined> {
  const row = await connectionOf(rows)
    .selectFrom('task_placement')
    .select('folder_id')
    .where('account_id', '=', caller.accountId)
    .where('task_id', '=', taskId)
    .where('deleted_with', 'is', null)
    .orderBy('direct', 'desc')
    .orderBy('folder_id')
    .executeTakeFirst()
  return row?.folder_id
}

/** An order key behind all tasks, or right before or after one: index look-ups only. */
export async function priorityKey(
  caller: Caller,
  place: { before?: number | undefined; after?: number | undefined },
): Promise<string> {
  const anchor = place.before ?? place.after
  const { rows } = await sql<{ own: string | null; low: string | null; high: string | null }>`
    with anchor as (select priority from task where account_id = ${caller.accountId} and task_id = ${anchor ?? null}::bigint)
    select (select priority from anchor) as own,
      (select max(priority) from task where account_id = ${caller.accountId} and (not exists (select from anchor) or priority < (select priority from anchor))) as low,
      (select min(priority) from task where account_id = ${caller.accountId} and priority > (select priority from anchor)) as high`.execute(
    connectionOf(caller),
  )
  const { own, low, high } = rows[0] as { own: string | null; low: string | null; high: string | null }
  if (own === null) return generateKeyBetween(low, null)
  return place.before === undefined ? generateKeyBetween(own, high) : generateKeyBetween(low, own)
}

/** Whether `above` is one of these tasks or lies below one: then it cannot hold them. */
export async function liesBelowTask(
  rows: Rows,
  caller: Caller,
  taskId: number,
  above: readonly number[],
): Promise<boolean> {
  const { rows: found } = await sql`
    with recursive below(task_id) as (
      select ${taskId}::bigint
      union
      select s.task_id from super_task s join below b on b.task_id = s.super_task_id where s.account_id = ${caller.accountId}
    ) select 1 from below where task_id = any(${above}::bigint[]) limit 1`.execute(connectionOf(rows))
  return found.length > 0
}

/** Puts a task into folders: a link that it inherited becomes its own too. The folders it was not in before. */
export async function placeDirectly(
  rows: Rows,
  caller: Caller,
  taskId: number,
  folderIds: readonly number[],
): Promise<number[]> {
  if (folderIds.length === 0) return []
  const { rows: placed } = await sql<{
    folder_id: number
  }>`insert into task_placement as p (account_id, task_id, folder_id, direct)
    select ${caller.accountId}, ${taskId}, unnest(${folderIds}::bigint[]), true
    on conflict (account_id, task_id, folder_id) do update set direct = true, deleted_with = null where not p.direct or p.deleted_with is not null
    returning folder_id`.execute(connectionOf(rows))
  return placed.map((row) => row.folder_id)
}

/** Takes a task out of folders; what it inherits stays. How many links of its own it has left, and what was taken. */
export async function removeDirectly(
  rows: Rows,
  caller: Caller,
  taskId: number,
  folderIds: readonly number[],
): Promise<{ left: number; taken: number[] }> {
  const database = connectionOf(rows)
  const key = sql`account_id = ${caller.accountId} and task_id = ${taskId} and folder_id = any(${folderIds}::bigint[]) and direct`
  const kept = await sql<{
    folder_id: number
  }>`update task_placement set direct = false where ${key} and inherited returning folder_id`.execute(database)
  const gone = await sql<{ folder_id: number }>`delete from task_placement where ${key} returning folder_id`.execute(
    database,
  )
  const { rows: left } = await sql<{ left: number }>`select
    (select count(*) from task_placement where account_id = ${caller.accountId} and task_id = ${taskId} and direct)
    + (select count(*) from super_task where account_id = ${caller.accountId} and task_id = ${taskId}) as left`.execute(
    database,
  )
  return { left: left[0]?.left ?? 0, taken: [...kept.rows, ...gone.rows].map((row) => row.folder_id) }
}
