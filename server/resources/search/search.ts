import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import { within } from '#database/within.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { type TaskQuery, taskConditions } from '../tasks/filters.ts'
import { readScope } from '../tasks/scope.ts'
import * as contract from './contract.ts'
import { excerptsOf } from './excerpts-queries.ts'
import { type ItemKind, itemKinds } from './item.ts'
import { presentHit } from './presenter.ts'
import { findFolders, findTasks, type Hit, rarityOf, withinBounds } from './queries.ts'
import { readWords, type Words } from './words.ts'

type Query = Input<typeof contract.search>
type Condition = ReturnType<typeof sql<boolean>>

/** Longer nobody waits: what is found by then is the answer. */
const longestMs = 3000

/** What only tasks have. */
const ofTasks = [
  'responsibles',
  'unassigned',
  'status',
  'customStatuses',
  'dueDate',
  'startDate',
  'completedDate',
] as const

/**
 * Finds words in what the caller sees, the best first. Pages are pieces of one ranking, which is made anew for each.
 *
 * @throws {Refused} for a folder that is hidden, and as `queryTasks` does for filters.
 */
export const search: Handler<typeof contract.search> = async ({ caller, input, pages }) => {
  const [from = 0, size] = (pages.after ?? []) as number[]
  const pageSize = size ?? input.pageSize ?? 25
  if (input.folderId !== undefined) await permit(caller, 'read', { folder: input.folderId })
  const words = readWords(caller.accountId, input.text)
  const limit = contract.mostHits
  const kinds = kindsOf(input)
  const tasks = kinds.includes('Task') ? await taskFilters(caller, input) : undefined
  const folders = kinds.some((kind) => kind !== 'Task') ? await folderFilters(caller, input) : undefined
  const wishes = { words, limit, kinds, tasks, folders }
  const found = (await findAll(caller, wishes)).sort(bestFirst).slice(0, limit)
  const page = found.slice(from, from + pageSize)
  const excerpts = await excerptsOf(caller, words, page)
  return {
    data: page.flatMap((hit) => {
      const excerpt = excerpts.get(hit)
      return excerpt ? [presentHit(caller.accountId, hit, excerpt)] : []
    }),
    responseSize: found.length,
    nextPageToken: from + pageSize < found.length ? pages.token([from + pageSize, pageSize]) : undefined,
  }
}

interface Wishes {
  words: Words
  limit: number
  kinds: readonly ItemKind[]
  /** Conditions; nothing where that kind is not wanted. */
  tasks: Condition[] | undefined
  folders: Condition[] | undefined
}

/** Hits of all kinds. Of what takes too long there are none: the rest is of more use than a fault. */
async function findAll(caller: Caller, { words, limit, kinds, tasks, folders }: Wishes): Promise<Hit[]> {
  const bounded = <R>(read: (inside: Caller) => Promise<R>) => withinBounds(caller, longestMs, read)
  const rare = (await bounded((inside) => rarityOf(inside, words))) ?? { texts: false, titles: false }
  const ofTasks = tasks && (await bounded((inside) => findTasks(inside, { words, rare, limit, conditions: tasks })))
  const ofFolders =
    folders && (await bounded((inside) => findFolders(inside, { words, rare, limit, kinds, conditions: folders })))
  return [...(ofTasks ?? []), ...(ofFolders ?? [])]
}

const bestFirst = (one: Hit, other: Hit): number =>
  other.score - one.score || other.updatedAt.getTime() - one.updatedAt.getTime() || other.number - one.number

function kindsOf(input: Query): readonly ItemKind[] {
  const wanted = input.kinds ?? itemKinds
  return ofTasks.some((name) => input[name] !== undefined) ? wanted.filter((kind) => kind === 'Task') : wanted
}

async function taskFilters(caller: Caller, input: Query) {
  const { text: _text, kinds: _kinds, pageSize: _size, folderId, ...filters } = input
  const conditions = await taskConditions(caller, filters as TaskQuery)
  if (folderId === undefined) return conditions
  const place = { folderId, descendants: true, subTasks: true } as TaskQuery
  return [(await readScope(caller, place)).condition, ...conditions]
}

async function folderFilters(caller: Caller, { folderId, authors, createdDate, updatedDate }: Query) {
  const place = folderId === undefined ? [] : [isBelow(caller, folderId)]
  const people =
    authors &&
    (await resolvePeople(
      caller,
      authors.map((contact) => ({ contact })),
    ))
  return [
    ...place,
    ...(people ? [sql<boolean>`folder.author_id = any(${people}::bigint[])`] : []),
    ...(createdDate ? [within('createdDate', sql`folder.created_at`, 'timestamptz', createdDate)] : []),
    ...(updatedDate ? [within('updatedDate', sql`folder.updated_at`, 'timestamptz', updatedDate)] : []),
  ]
}

/** Condition: the folder lies below another; the other itself does not count. */
const isBelow = (caller: Caller, folderId: number) => sql<boolean>`folder.folder_id in (
  with recursive below(folder_id) as (
    select l.folder_id from folder_parent l
    where l.account_id = ${caller.accountId} and l.parent_id = ${folderId} and l.deleted_with is null
    union
    select l.folder_id from folder_parent l join below b on b.folder_id = l.parent_id
    where l.account_id = ${caller.accountId} and l.deleted_with is null
  ) select folder_id from below)`
