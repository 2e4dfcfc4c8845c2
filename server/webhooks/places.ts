import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Facet } from './facets/facet.ts'
import { grouped, numbers } from './numbers.ts'

/** Where the items of some facets lie. */
export interface Places {
  /** Folders whose webhooks hear of a facet: the folder itself, and those directly above. */
  near(facet: Facet): ReadonlySet<number>
  /** Those, and all above them: their recursive webhooks hear of it. */
  around(facet: Facet): ReadonlySet<number>
  /** Folders whose webhooks may hear of any of them. */
  all: readonly number[]
}

/** Reads the places of all facets at once: two queries, whatever their number. */
export async function places(
  transaction: Kysely<Database>,
  accountId: number,
  facets: readonly Facet[],
): Promise<Places> {
  const tasks = numbers(facets.filter(({ on }) => on === 'task').map(({ id }) => id))
  const folders = numbers(facets.filter(({ on }) => on === 'folder').map(({ id }) => id))
  const left = numbers(facets.flatMap((facet) => facet.left))
  const placements = await placesOf(transaction, accountId, tasks)
  const starts = numbers([...placements.map((place) => place.folder_id), ...folders, ...left])
  const above = await foldersAbove(transaction, accountId, starts)

  const direct = grouped(placements.filter((place) => place.direct).map((place) => [place.task_id, place.folder_id]))
  const placed = grouped(placements.map((place) => [place.task_id, place.folder_id]))
  const parents = grouped(above.filter((pair) => pair.depth === 1).map((pair) => [pair.start, pair.folder_id]))
  const ancestors = grouped(above.map((pair) => [pair.start, pair.folder_id]))
  const of = (map: Map<number, Set<number>>, key: number) => map.get(key) ?? []
  return {
    near: ({ on, id, left }) =>
      new Set(on === 'task' ? [...of(direct, id), ...left] : [id, ...of(parents, id), ...left]),
    around: ({ on, id, left }) => {
      const from = on === 'task' ? [...of(placed, id), ...left] : [id, ...left]
      return new Set(from.flatMap((start) => [...of(ancestors, start)]))
    },
    all: numbers([...starts, ...above.map((pair) => pair.folder_id)]),
  }
}

async function placesOf(transaction: Kysely<Database>, accountId: number, tasks: number[]) {
  if (tasks.length === 0) return []
  const { rows } = await sql<{ task_id: number; folder_id: number; direct: boolean }>`
    select task_id, folder_id, direct from task_placement
    where account_id = ${accountId} and task_id = any(${tasks}::bigint[]) and deleted_with is null`.execute(transaction)
  return rows
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
