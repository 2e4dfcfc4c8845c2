import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Owners } from './audience.ts'
import type { Facet } from './facets/facet.ts'
import { grouped, numbers } from './numbers.ts'

/** What people, such as the owners of webhooks, see of some items at this moment. */
export interface Sight {
  sees(personId: number, on: 'task' | 'folder', id: number): boolean
  /** Those of the owners who see any of the items. */
  viewers: readonly number[]
}

/** Reads what they see: two queries, whatever the number of facets and people. */
export async function sight(
  transaction: Kysely<Database>,
  accountId: number,
  facets: readonly (Pick<Facet, 'on' | 'id'> & Partial<Pick<Facet, 'folders'>>)[],
  owners: Owners,
): Promise<Sight> {
  const tasks = numbers(facets.filter(({ on }) => on === 'task').map(({ id }) => id))
  const folders = numbers(facets.filter(({ on }) => on === 'folder').map(({ id }) => id))
  const named = numbers(facets.flatMap((facet) => facet.folders?.ids ?? []))
  const principals = numbers([...owners.values()].flat())
  const taskSight = await whoSeesTasks(transaction, accountId, tasks, principals)
  const folderSight = await whoSeesFolders(transaction, accountId, numbers([...folders, ...named]), principals)
  const seeing = new Set([...taskSight.values(), ...folderSight.values()].flatMap((some) => [...some]))
  return {
    sees: (personId, on, id) => {
      const seen = (on === 'task' ? taskSight : folderSight).get(id)
      return seen !== undefined && (owners.get(personId) ?? []).some((principal) => seen.has(principal))
    },
    viewers: [...owners].filter(([, own]) => own.some((principal) => seeing.has(principal))).map(([person]) => person),
  }
}

async function whoSeesTasks(transaction: Kysely<Database>, accountId: number, tasks: number[], principals: number[]) {
  if (tasks.length === 0) return new Map<number, Set<number>>()
  const { rows } = await sql<{ task_id: number; principal_id: number }>`
    select p.task_id, a.principal_id from task_placement p
    join folder_access a on a.account_id = p.account_id and a.folder_id = p.folder_id
    where p.account_id = ${accountId} and p.task_id = any(${tasks}::bigint[]) and p.deleted_with is null
      and a.principal_id = any(${principals}::bigint[])
    union
    select task_id, principal_id from task_access
    where account_id = ${accountId} and task_id = any(${tasks}::bigint[])
      and principal_id = any(${principals}::bigint[])`.execute(transaction)
  return grouped(rows.map((row) => [row.task_id, row.principal_id]))
}

async function whoSeesFolders(
  transaction: Kysely<Database>,
  accountId: number,
  folders: number[],
  principals: number[],
) {
  if (folders.length === 0) return new Map<number, Set<number>>()
  const { rows } = await sql<{ folder_id: number; principal_id: number }>`
    select folder_id, principal_id from folder_access
    where account_id = ${accountId} and folder_id = any(${folders}::bigint[])
      and principal_id = any(${principals}::bigint[])`.execute(transaction)
  return grouped(rows.map((row) => [row.folder_id, row.principal_id]))
}
