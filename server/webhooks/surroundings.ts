import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { isLogicalFolder } from '#ids/types.ts'
import type { Hook } from './audience.ts'
import type { Facet } from './facets/facet.ts'

/** Where the items of some facets lie and who sees them, for one look at many events. */
export interface Surroundings {
  /** Whether the owner of a webhook sees an item at this moment. */
  sees(hook: Hook, on: 'task' | 'folder', id: number): boolean
  /** The custom item type of the item a facet is about. */
  typeOf(facet: Facet): number | null
  /** What custom item types are called. */
  titleOf(itemTypeId: number): string
  /** Folders whose webhooks hear of a facet: the folder itself, and those directly above. */
  near(facet: Facet): ReadonlySet<number>
  /** Those, and all above them: their recursive webhooks hear of it. */
  around(facet: Facet): ReadonlySet<number>
}

/** Reads the surroundings of all facets at once: four queries, whatever their number. */
export async function surroundings(
  transaction: Kysely<Database>,
  accountId: number,
  facets: readonly Facet[],
  hooks: readonly Hook[],
): Promise<Surroundings> {
  const tasks = numbers(facets.filter(({ on }) => on === 'task').map(({ id }) => id))
  const folders = numbers(facets.filter(({ on }) => on === 'folder').map(({ id }) => id))
  const left = numbers(facets.flatMap((facet) => facet.left))
  const named = numbers(facets.flatMap((facet) => facet.folders?.ids ?? []))
  const principals = numbers(hooks.flatMap((hook) => hook.principals))

  const placements = await placesOf(transaction, accountId, tasks)
  const starts = numbers([...placements.map((place) => place.folder_id), ...folders, ...left])
  const above = await foldersAbove(transaction, accountId, starts)
  const taskSight = await whoSeesTasks(transaction, accountId, tasks, principals)
  const folderSight = await whoSeesFolders(transaction, accountId, numbers([...folders, ...named]), principals)

  const types = await itemTypesOf(transaction, accountId, tasks, folders)
  const titles = await titlesOf(
    transaction,
    accountId,
    numbers(facets.flatMap(({ itemTypes }) => (itemTypes?.to ? [itemTypes.to] : []))),
  )

  const direct = grouped(placements.filter((place) => place.direct).map((place) => [place.task_id, place.folder_id]))
  const placed = grouped(placements.map((place) => [place.task_id, place.folder_id]))
  const parents = grouped(above.filter((pair) => pair.depth === 1).map((pair) => [pair.start, pair.folder_id]))
  const ancestors = grouped(above.map((pair) => [pair.start, pair.folder_id]))
  const none: ReadonlySet<number> = new Set()
  const of = (map: Map<number, Set<number>>, key: number) => map.get(key) ?? none

  return {
    sees: (hook, on, id) => {
      const sight = of(on === 'task' ? taskSight : folderSight, id)
      return hook.principals.some((principal) => sight.has(principal))
    },
    typeOf: ({ id }) => types.get(id) ?? null,
    titleOf: (itemTypeId) => titles.get(itemTypeId) ?? '',
    near: ({ on, id, left }) =>
      new Set(on === 'task' ? [...of(direct, id), ...left] : [id, ...of(parents, id), ...left]),
    around: ({ on, id, left }) => {
      const from = on === 'task' ? [...of(placed, id), ...left] : [id, ...left]
      return new Set(from.flatMap((start) => [...of(ancestors, start)]))
    },
  }
}

const numbers = (all: readonly number[]): number[] => [...new Set(all)].filter((number) => !isLogicalFolder(number))

function grouped(pairs: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const groups = new Map<number, Set<number>>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.add(value)
    else groups.set(key, new Set([value]))
  }
  return groups
}

async function placesOf(transaction: Kysely<Database>, accountId: number, tasks: number[]) {
  if (tasks.length === 0) return []
  const { rows } = await sql<{ task_id: number; folder_id: number; direct: boolean }>`
    select task_id, folder_id, direct from task_placement
    where account_id = ${accountId} and task_id = any(${tasks}::bigint[]) and deleted_with is null`.execute(transaction)
  return rows
}

/** Tasks and folders share their numbers: one map holds the types of both. */
async function itemTypesOf(transaction: Kysely<Database>, accountId: number, tasks: number[], folders: number[]) {
  const { rows } = await sql<{ id: number; type: number }>`
    select task_id as id, custom_item_type_id as type from task
    where account_id = ${accountId} and task_id = any(${tasks}::bigint[]) and custom_item_type_id is not null
    union all
    select folder_id, custom_item_type_id from folder
    where account_id = ${accountId} and folder_id = any(${folders}::bigint[]) and custom_item_type_id is not null`.execute(
    transaction,
  )
  return new Map(rows.map((row) => [row.id, row.type]))
}

async function titlesOf(transaction: Kysely<Database>, accountId: number, itemTypes: number[]) {
  if (itemTypes.length === 0) return new Map<number, string>()
  const rows = await transaction
    .selectFrom('custom_item_type')
    .select(['custom_item_type_id', 'title'])
    .where('account_id', '=', accountId)
    .where('custom_item_type_id', 'in', itemTypes)
    .execute()
  return new Map(rows.map((row) => [row.custom_item_type_id, row.title]))
}

/** Each folder with itself (depth 0) and all above it. */
async function foldersAbove(transaction: Kysely<Database>, accountId: number, folders: number[]) {
  if (folders.length === 0) return []
  const { rows } = await sql<{ start: number; folder_id: number; depth: number }>`
    with recursive up(start, folder_id, depth) as (
      select f, f, 0 from unnest(${folders}::bigint[]) f
      union
      select u.start, p.parent_id, least(u.depth + 1, 2) from up u
      join folder_parent p on p.account_id = ${accountId} and p.folder_id = u.folder_id
    ) select start, folder_id, depth from up`.execute(transaction)
  return rows
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
