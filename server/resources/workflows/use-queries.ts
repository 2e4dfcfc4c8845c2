import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'

interface StatusUse {
  tasks: number
  projects: number
}

/** How many living tasks and projects of the account have each status, by its number. Reads all of the account's tasks. */
export async function useOfStatuses(caller: Caller, statuses: readonly number[]): Promise<Map<number, StatusUse>> {
  const { rows } = await sql<StatusUse & { status: number }>`
    select status, sum(tasks)::int as tasks, sum(projects)::int as projects from (
      select custom_status_id as status, count(*) as tasks, 0 as projects from task
      where account_id = ${caller.accountId} and deleted_at is null and custom_status_id = any(${statuses}::bigint[]) group by 1
      union all
      select project_status_id, 0, count(*) from folder
      where account_id = ${caller.accountId} and deleted_at is null and project_status_id = any(${statuses}::bigint[]) group by 1
    ) as used group by 1`.execute(connectionOf(caller))
  return new Map(rows.map(({ status, tasks, projects }) => [status, { tasks, projects }]))
}

/** How many living spaces suggest a workflow, folders follow it and item types begin with it. */
export async function useOfWorkflow(caller: Caller, workflowId: number) {
  const { rows } = await sql<{ spaces: number; folders: number; itemTypes: number }>`
    select
      (select count(*) from space s join folder f on f.account_id = s.account_id and f.folder_id = s.folder_id
        where s.account_id = ${caller.accountId} and f.deleted_at is null and ${workflowId}::bigint = any(
          array[s.default_project_workflow_id, s.default_task_workflow_id] || s.suggested_project_workflow_ids || s.suggested_task_workflow_ids)) as spaces,
      (select count(*) from folder where account_id = ${caller.accountId} and workflow_id = ${workflowId} and deleted_at is null) as folders,
      (select count(*) from custom_item_type
        where account_id = ${caller.accountId} and default_workflow_id = ${workflowId} and deleted_at is null) as "itemTypes"`.execute(
    connectionOf(caller),
  )
  return rows[0] ?? { spaces: 0, folders: 0, itemTypes: 0 }
}

/**
 * How many tasks and projects have a status, those in the recycle bin among them; counts no further than `most` of each.
 * Nothing gets the status from here on: whoever gives it to a task waits until the change ends.
 */
export async function countWithStatus(rows: Rows, accountId: number, status: number, most: number): Promise<number> {
  await sql`select from custom_status where account_id = ${accountId} and custom_status_id = ${status} for update`.execute(
    connectionOf(rows),
  )
  const { rows: found } = await sql<{ count: number }>`
    select (select count(*) from (select 1 from task where account_id = ${accountId} and custom_status_id = ${status} limit ${most + 1}) t)
      + (select count(*) from (select 1 from folder where account_id = ${accountId} and project_status_id = ${status} limit ${most + 1}) f)
      as count`.execute(connectionOf(rows))
  return found[0]?.count ?? 0
}

/**
 * Gives all that has a status another of the same group, so that nothing else of it changes: tasks, projects, and rows of
 * imports that are still to become tasks. What lives gives an event each.
 */
export async function replaceStatus(
  rows: Rows,
  accountId: number,
  { from, to, group }: { from: number; to: number; group: string },
): Promise<EventRecord[]> {
  const database = connectionOf(rows)
  const tasks = await sql<{ id: number; lives: boolean }>`
    update task set custom_status_id = ${to}, updated_at = now(), version = version + 1
    where account_id = ${accountId} and custom_status_id = ${from}
    returning task_id as id, deleted_at is null as lives`.execute(database)
  const projects = await sql<{ id: number; lives: boolean }>`
    update folder set project_status_id = ${to}, updated_at = now(), version = version + 1
    where account_id = ${accountId} and project_status_id = ${from}
    returning folder_id as id, deleted_at is null as lives`.execute(database)
  await sql`
    update file_import_row set input = jsonb_set(input, '{customStatus}', to_jsonb(${to}::bigint))
    where account_id = ${accountId} and outcome is null and (input ->> 'customStatus')::bigint = ${from}`.execute(
    database,
  )
  const living = ({ rows: found }: typeof tasks) => found.filter(({ lives }) => lives)
  return [
    ...living(tasks).map(({ id }) => ({
      type: 'TaskStatusChanged',
      entityType: 'task' as const,
      entityId: id,
      before: { custom_status_id: from, status_group: group },
      after: { custom_status_id: to, status_group: group },
    })),
    ...living(projects).map(({ id }) => ({
      type: 'ProjectStatusChanged',
      entityType: 'folder' as const,
      entityId: id,
      before: { project_status_id: from },
      after: { project_status_id: to },
    })),
  ]
}
