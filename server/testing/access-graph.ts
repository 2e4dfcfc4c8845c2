import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { folders, groups, people, tasks } from './naive-access.ts'

/** The small graph of `naive-access.ts` in a database: numbers of its rows by index. */
export interface AccessGraph {
  database: Kysely<Database>
  accountId: number
  folder: number[]
  task: number[]
  principal: number[]
}

/** Plants folders, tasks and groups of an account with nothing between them. */
export async function plantGraph(
  database: Kysely<Database>,
  { accountId, personIds }: { accountId: number; personIds: readonly number[] },
): Promise<AccessGraph> {
  const account = { account_id: accountId }
  const rows = await database
    .insertInto('folder')
    .values(
      Array.from({ length: folders }, (_, n) => ({
        ...account,
        title: `F${n}`,
        author_id: 1,
        workflow_id: 2 ** 32 - accountId,
      })),
    )
    .returning('folder_id')
    .execute()
  const work = await database
    .insertInto('task')
    .values(
      Array.from({ length: tasks }, (_, n) => ({
        ...account,
        title: `T${n}`,
        author_id: 1,
        custom_status_id: 0,
        status_group: 'Active' as const,
        priority: 'a',
      })),
    )
    .returning('task_id')
    .execute()
  const made = await database
    .insertInto('user_group')
    .values(
      Array.from({ length: groups }, (_, n) => ({
        ...account,
        title: `G${n}`,
        avatar_letters: 'G',
        avatar_color: '#000000',
      })),
    )
    .returning('group_id')
    .execute()
  return {
    database,
    accountId,
    folder: rows.map((row) => row.folder_id),
    task: work.map((row) => row.task_id),
    principal: [...personIds, ...made.map((row) => row.group_id)],
  }
}

/** Takes away all that was planted, and what hung on it. */
export async function clearGraph(real: AccessGraph): Promise<void> {
  const { database } = real
  for (const table of [
    'super_task',
    'task_placement',
    'task_share',
    'task_access',
    'folder_parent',
    'folder_share',
  ] as const)
    await database.deleteFrom(table).where('account_id', '=', real.accountId).execute()
  await database.deleteFrom('folder_access').where('folder_id', 'in', real.folder).execute()
  await database.deleteFrom('task').where('account_id', '=', real.accountId).execute()
  await database.deleteFrom('folder').where('folder_id', 'in', real.folder).execute()
  await database.deleteFrom('user_group').where('group_id', 'in', real.principal.slice(people)).execute()
}
