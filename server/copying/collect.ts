import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { seesFolder } from '#access/visible.ts'
import { invalidParameter } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { CopyInput, CopyKey } from './input.ts'

/**
 * Notes what is to be copied and gives each its new number: the folder with the folders below that the caller sees, their
 * tasks, and the subtasks of those; or a task with its subtasks. Each once, in however many places it is.
 *
 * @throws {Refused} `invalid_parameter` if there are more than the limit.
 */
export async function collect(rows: Rows, caller: Caller, input: CopyInput): Promise<CopyKey & Counts> {
  const database = connectionOf(rows)
  const { accountId } = caller
  const { rows: numbers } = await sql<{ id: number }>`select nextval('copy_number') as id`.execute(database)
  const copyId = (numbers[0] as { id: number }).id
  const few = input.limit + 1
  let folders = 0
  if ('folder' in input.source) {
    const shown = input.fromBlueprint ? sql`true` : seesFolder(caller, sql.ref('p.folder_id'))
    const made = await sql`
      with recursive below(folder_id) as (
        select ${input.source.folder}::bigint
        union
        select p.folder_id from below b
        join folder_parent p on p.account_id = ${accountId} and p.parent_id = b.folder_id and p.deleted_with is null
        join folder f on f.account_id = p.account_id and f.folder_id = p.folder_id and f.deleted_at is null
        where ${shown}
      )
      insert into copied_folder (account_id, copy_id, source_id)
      select ${accountId}, ${copyId}, folder_id from below limit ${few}`.execute(database)
    folders = Number(made.numAffectedRows)
  }
  // Probes, not joins: an account that has just been filled, which PostgreSQL has not counted yet, would be joined all with all.
  const isAlive = (link: string) => sql`(
    select t.deleted_at is null from task t where t.account_id = ${accountId} and t.task_id = ${sql.ref(`${link}.task_id`)})`
  const first =
    'task' in input.source
      ? sql`select ${input.source.task}::bigint`
      : sql`select p.task_id from copied_folder c
          join task_placement p on p.account_id = c.account_id and p.folder_id = c.source_id and p.deleted_with is null
          where c.account_id = ${accountId} and c.copy_id = ${copyId} and ${isAlive('p')}`
  const made = await sql`
    with recursive inside(task_id) as (
      ${first}
      union
      select s.task_id from inside i
      join super_task s on s.account_id = ${accountId} and s.super_task_id = i.task_id
      where ${isAlive('s')}
    ),
    chosen as materialized (select task_id from inside limit ${few})
    insert into copied_task (account_id, copy_id, source_id, position)
    select ${accountId}, ${copyId}, t.task_id, row_number() over (order by t.priority, t.task_id)
    from chosen join task t on t.account_id = ${accountId} and t.task_id = chosen.task_id`.execute(database)
  const tasks = Number(made.numAffectedRows)
  // Of rows it has never counted PostgreSQL believes that there are few, and would join thousands of them one by one.
  if (tasks > 1000) await sql`analyze copied_task`.execute(database)
  if (folders + tasks > input.limit)
    throw invalidParameter(
      `There are more than ${input.limit} folders and tasks to copy ('entryLimit'): copy a part of them`,
    )
  return { accountId, copyId, folders, tasks }
}

interface Counts {
  folders: number
  tasks: number
}

/** The new number of what is copied. */
export async function rootOf(rows: Rows, { accountId, copyId }: CopyKey, source: CopyInput['source']): Promise<number> {
  const [table, number] = 'folder' in source ? ['copied_folder', source.folder] : ['copied_task', source.task]
  const { rows: found } = await sql<{ target_id: number }>`
    select target_id from ${sql.table(table)}
    where account_id = ${accountId} and copy_id = ${copyId} and source_id = ${number}`.execute(connectionOf(rows))
  return (found[0] as { target_id: number }).target_id
}

/** Forgets what was noted. */
export async function forget(rows: Rows, { accountId, copyId }: CopyKey): Promise<void> {
  for (const table of ['copied_folder', 'copied_task'])
    await sql`delete from ${sql.table(table)} where account_id = ${accountId} and copy_id = ${copyId}`.execute(
      connectionOf(rows),
    )
}

/** Some of what has been made of a copy and is still there. */
export async function made(
  rows: Rows,
  { accountId, copyId }: CopyKey,
  limit: number,
): Promise<{ folders: number[]; tasks: number[] }> {
  const some = async (kind: 'folder' | 'task') => {
    const { rows: found } = await sql<{ id: number }>`
      select c.target_id as id from ${sql.table(`copied_${kind}`)} c
      join ${sql.table(kind)} t on t.account_id = c.account_id and t.${sql.ref(`${kind}_id`)} = c.target_id
      where c.account_id = ${accountId} and c.copy_id = ${copyId} limit ${limit}`.execute(connectionOf(rows))
    return found.map((row) => row.id)
  }
  return { folders: await some('folder'), tasks: await some('task') }
}
