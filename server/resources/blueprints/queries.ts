import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { eraseItems } from '#database/erase.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'

type Kind = 'folder' | 'task'

/** Whether there is such a blueprint, hidden or not: only to choose between 404 and 403. */
export async function blueprintExists(caller: Caller, kind: Kind, number: number): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(`${kind}_blueprint`)}
    where account_id = ${caller.accountId} and ${sql.ref(`${kind}_id`)} = ${number}`.execute(connectionOf(caller))
  return rows.length > 0
}

/** Columns of a folder or a task that a blueprint lets be changed. */
export interface BlueprintChanges {
  title?: string
  description?: string
  custom_fields?: Record<string, string>
}

/** Changes a blueprint. */
export async function writeBlueprint(
  rows: Rows,
  { accountId }: Caller,
  kind: Kind,
  number: number,
  changes: BlueprintChanges,
): Promise<void> {
  const { custom_fields, ...texts } = changes
  const set = [
    ...Object.entries(texts).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    ...(custom_fields ? [sql`custom_fields = ${JSON.stringify(custom_fields)}::jsonb`] : []),
    sql`updated_at = now()`,
    sql`version = version + 1`,
  ]
  await sql`update ${sql.table(kind)} set ${sql.join(set)}
    where account_id = ${accountId} and ${sql.ref(`${kind}_id`)} = ${number}`.execute(connectionOf(rows))
}

/**
 * Deletes a blueprint for good with everything in it. What is in another part of the same blueprint too stays there.
 */
export async function eraseBlueprint(rows: Rows, { accountId }: Caller, kind: Kind, number: number): Promise<void> {
  const database = connectionOf(rows)
  // All that is reached from the root without passing what is deleted stays.
  const { rows: gone } = await sql<{ kind: Kind; id: number }>`
    with recursive root as (
      select root_id from ${sql.table(`${kind}_blueprint`)} where account_id = ${accountId} and ${sql.ref(`${kind}_id`)} = ${number}
    ),
    folders as (select b.folder_id from folder_blueprint b join root using (root_id) where b.account_id = ${accountId}),
    tasks as (select b.task_id from task_blueprint b join root using (root_id) where b.account_id = ${accountId}),
    kept_folders(id) as (
      select folder_id from folders join root on root_id = folder_id where not (${kind === 'folder'} and folder_id = ${number})
      union
      select p.folder_id from kept_folders k join folder_parent p on p.account_id = ${accountId} and p.parent_id = k.id
      where not (${kind === 'folder'} and p.folder_id = ${number})
    ),
    kept_tasks(id) as (
      (select task_id from tasks join root on root_id = task_id
      union
      select p.task_id from kept_folders k join task_placement p on p.account_id = ${accountId} and p.folder_id = k.id and p.direct
      ) except select ${kind === 'task' ? number : -1}::bigint
      union
      select s.task_id from kept_tasks k join super_task s on s.account_id = ${accountId} and s.super_task_id = k.id
      where not (${kind === 'task'} and s.task_id = ${number})
    )
    select 'folder' as kind, folder_id as id from folders where folder_id not in (select id from kept_folders)
    union all
    select 'task', task_id from tasks where task_id not in (select id from kept_tasks)`.execute(database)
  const of = (wanted: Kind) => gone.filter((row) => row.kind === wanted).map((row) => row.id)
  await eraseItems(database, accountId, { folders: of('folder'), tasks: of('task') })
}
