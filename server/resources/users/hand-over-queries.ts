import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'

/** Who takes whose place. */
export interface Heir {
  from: number
  to: number
}

/**
 * Shares with the heir what is shared with the user, but for personal spaces: with the higher role of the two, as a manager
 * if one of them is. What is in the recycle bin too, so that it can be restored.
 */
export async function copyShares(rows: Rows, accountId: number, { from, to }: Heir) {
  const { rows: folders } = await sql<{ folder_id: number; is_project: boolean }>`
    with given as (
      insert into folder_share as s (account_id, folder_id, principal_id, role, is_manager)
      select account_id, folder_id, ${to}, role, is_manager from folder_share
      where account_id = ${accountId} and principal_id = ${from} and kind = 'share'
        and folder_id not in (select folder_id from space where account_id = ${accountId} and access_type = 'Personal')
      on conflict (account_id, folder_id, principal_id, kind) do update
        set role = greatest(s.role, excluded.role), is_manager = s.is_manager or excluded.is_manager
        where s.role < excluded.role or (excluded.is_manager and not s.is_manager)
      returning folder_id
    )
    select folder_id, f.is_project from given join folder f using (folder_id)
    where f.account_id = ${accountId} order by folder_id`.execute(connectionOf(rows))
  return folders
}

/** Shares with the heir the tasks that are shared with the user by themselves; those that are new to it. */
export async function copyTaskShares(rows: Rows, accountId: number, { from, to }: Heir): Promise<number[]> {
  const { rows: tasks } = await sql<{ task_id: number }>`
    insert into task_share (account_id, task_id, principal_id)
    select account_id, task_id, ${to} from task_share where account_id = ${accountId} and principal_id = ${from}
    on conflict do nothing returning task_id`.execute(connectionOf(rows))
  return tasks.map(({ task_id }) => task_id)
}

/**
 * Unfinished tasks of the user: the heir becomes responsible, reaches and follows them. `added`: was not responsible yet.
 * A statement for each step: where one feeds another, PostgreSQL has no figures and compares each row with each.
 */
export async function moveResponsibles(rows: Rows, accountId: number, { from, to }: Heir) {
  const database = connectionOf(rows)
  const { rows: left } = await sql<{ task_id: number }>`
    delete from task_responsible r
    where r.account_id = ${accountId} and r.person_id = ${from}
      and (select t.status_group in ('Active', 'Deferred') and t.deleted_at is null from task t
        where t.account_id = ${accountId} and t.task_id = r.task_id)
    returning r.task_id`.execute(database)
  const tasks = left.map(({ task_id }) => task_id).toSorted((a, b) => a - b)
  const give = (table: string, column: string) => sql<{ task_id: number }>`
    insert into ${sql.ref(table)} (account_id, task_id, ${sql.ref(column)})
    select ${accountId}, id, ${to} from unnest(${tasks}::bigint[]) id on conflict do nothing returning task_id`
  const { rows: assigned } = await give('task_responsible', 'person_id').execute(database)
  await give('task_share', 'principal_id').execute(database)
  await give('task_follower', 'person_id').execute(database)
  const added = new Set(assigned.map(({ task_id }) => task_id))
  return tasks.map((task_id) => ({ task_id, added: added.has(task_id) }))
}

/** Living projects of the user get the heir as an owner. */
export async function moveOwners(rows: Rows, accountId: number, { from, to }: Heir) {
  const database = connectionOf(rows)
  const { rows: left } = await sql<{ folder_id: number }>`
    delete from folder_owner o
    where o.account_id = ${accountId} and o.person_id = ${from}
      and (select f.deleted_at is null from folder f where f.account_id = ${accountId} and f.folder_id = o.folder_id)
    returning o.folder_id`.execute(database)
  const projects = left.map(({ folder_id }) => folder_id)
  const { rows: owned } = await sql<{ folder_id: number }>`
    insert into folder_owner (account_id, folder_id, person_id)
    select ${accountId}, id, ${to} from unnest(${projects}::bigint[]) id on conflict do nothing returning folder_id`.execute(
    database,
  )
  const added = new Set(owned.map(({ folder_id }) => folder_id))
  return projects.map((folder_id) => ({ folder_id, added: added.has(folder_id) }))
}

/** What the user's request forms bring is created in the heir's name from now on. */
export async function moveForms(rows: Rows, accountId: number, { from, to }: Heir): Promise<void> {
  await connectionOf(rows)
    .updateTable('request_form')
    .set({ keeper_id: to })
    .where('account_id', '=', accountId)
    .where('keeper_id', '=', from)
    .execute()
}
