import { type Caller, inTransaction } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { probeTask, seesFolder, seesTask } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { ItemKind } from './item.ts'
import { folderKind } from './items.ts'
import type { Words } from './words.ts'

type Condition = ReturnType<typeof sql<boolean>>
type Expression = ReturnType<typeof sql>

/** A text with the words: of a task or folder itself, of a comment on it or a file in it. */
export type Source = 'text' | 'comment' | 'attachment'
export interface Hit {
  kind: ItemKind
  number: number
  title: string
  statusId: number | null
  authorId: number
  updatedAt: Date
  inTitle: boolean
  source: Source
  /** Of the text. */
  foundId: number
  score: number
}

/** How many texts are ranked at most, by where they are found. */
const most = { texts: 5000, titles: 2000, walked: 500 }
/** Of words that more texts have than are ranked, only the newest are looked through. */
const newest = 20_000

/** What is rare enough to be ranked whole. */
export interface Rarity {
  texts: boolean
  titles: boolean
}

/**
 * Tells whether the words are rare: by looking for them, no further than there is to be ranked. The statistics of words know
 * nothing of beginnings. 1 ms for rare ones, 100 ms at 1,000,000 tasks for those that all have.
 */
export async function rarityOf(caller: Caller, words: Words): Promise<Rarity> {
  const isRare = async (table: 'search_text' | 'search_title', mostOfIt: number): Promise<boolean> => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
      select from ${sql.table(table)} s where s.words @@ ${words.ofAccount} limit ${mostOfIt + 1}) found`.execute(
      connectionOf(caller),
    )
    return (rows[0]?.count ?? 0) <= mostOfIt
  }
  return { texts: await isRare('search_text', most.texts), titles: await isRare('search_title', most.titles) }
}

/**
 * Reads with an upper bound of its time, and by indexes only: that of words knows the account, which the planner takes for
 * independent of its words.
 *
 * @returns undefined if the time was not enough.
 */
export async function withinBounds<R>(
  caller: Caller,
  longestMs: number,
  read: (inside: Caller) => Promise<R>,
): Promise<R | undefined> {
  try {
    return await connectionOf(caller)
      .transaction()
      .execute(async (transaction) => {
        await sql`select set_config('statement_timeout', ${String(longestMs)}, true), set_config('enable_seqscan', 'off', true)`.execute(
          transaction,
        )
        return read(inTransaction(caller, transaction))
      })
  } catch (error) {
    // 57014: PostgreSQL ended the statement.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === '57014') return undefined
    throw error
  }
}

interface Asked {
  words: Words
  rare: Rarity
  conditions: readonly Condition[]
  limit: number
}

/**
 * The best tasks for some words. At 1,000,000 tasks, on a busy machine of two cores: 5 ms for a word of 300 tasks, 100 ms for
 * one that all have (and as much before, to know that it is one). Plan: the indexes of words, or the newest tasks by the index of last updates;
 * then for each its row, its title's words and a probe of its visibility.
 */
export async function findTasks(caller: Caller, asked: Asked): Promise<Hit[]> {
  const { accountId } = caller
  const every = asked.conditions.length > 0 ? sql`and ${sql.join([...asked.conditions], sql` and `)}` : sql``
  const narrow = caller.reach === 'narrow' ? sql`and ${seesTask(caller, sql.ref('task.task_id'))}` : sql``
  const walked = sql`select task.task_id from task
    where task.account_id = ${accountId} and task.deleted_at is null ${narrow} ${every}
    order by task.updated_at desc, task.task_id desc limit ${newest}`
  const { rows } = await sql<Hit>`
    with hit as (${hits(caller, asked, 'task', walked, (id) => probeTask(caller, id))}),
    best as (
      select distinct on (task.task_id) 'Task' as kind, task.task_id as number, task.title, task.custom_status_id as "statusId",
        task.author_id as "authorId", task.updated_at as "updatedAt", titled.yes as "inTitle", hit.source, hit.found_id as "foundId",
        ${score(asked.words, 'task')} - case when task.status_group in ('Completed', 'Cancelled') then 1 else 0 end as score
      from hit
      join task on task.account_id = ${accountId} and task.task_id = hit.item_id and task.deleted_at is null
      ${titled(caller, asked.words, 'task')}
      where ${probeTask(caller, sql.ref('task.task_id'))} ${every}
      order by task.task_id, score desc, hit.found_id desc
    )
    select * from best order by score desc, "updatedAt" desc, number desc limit ${asked.limit}`.execute(
    connectionOf(caller),
  )
  return rows
}

/** The same for spaces, projects and folders. */
export async function findFolders(caller: Caller, asked: Asked & { kinds: readonly ItemKind[] }): Promise<Hit[]> {
  const { accountId } = caller
  const every = asked.conditions.length > 0 ? sql`and ${sql.join([...asked.conditions], sql` and `)}` : sql``
  const walked = sql`select folder.folder_id from folder
    where folder.account_id = ${accountId} and folder.deleted_at is null ${every}
    order by folder.folder_id desc limit ${newest}`
  const { rows } = await sql<Hit>`
    with hit as (${hits(caller, asked, 'folder', walked, (id) => seesFolder(caller, id))}),
    best as (
      select distinct on (folder.folder_id) ${folderKind} as kind, folder.folder_id as number, folder.title,
        folder.project_status_id as "statusId", folder.author_id as "authorId", folder.updated_at as "updatedAt",
        titled.yes as "inTitle", hit.source, hit.found_id as "foundId",
        ${score(asked.words, 'folder')} + case when folder.is_space then 0.6 when folder.is_project then 0.5 else 0.4 end as score
      from hit
      join folder on folder.account_id = ${accountId} and folder.folder_id = hit.item_id and folder.deleted_at is null
      ${titled(caller, asked.words, 'folder')}
      where ${seesFolder(caller, sql.ref('folder.folder_id'))} and ${folderKind} = any(${asked.kinds}::text[]) ${every}
      order by folder.folder_id, score desc, hit.found_id desc
    )
    select * from best order by score desc, "updatedAt" desc, number desc limit ${asked.limit}`.execute(
    connectionOf(caller),
  )
  return rows
}

/** The texts to be ranked: item, source, the text's own id and how well it fits. */
function hits(
  { accountId }: Caller,
  { words, rare }: Asked,
  kind: 'task' | 'folder',
  walked: Expression,
  sees: (id: ReturnType<typeof sql.ref>) => Condition,
): Expression {
  const item = (alias: string) => sql.ref(`${alias}.${kind}_id`)
  const matches = sql`s.account_id = ${accountId} and s.words @@ ${words.ofAccount}`
  const rank = sql`ts_rank(s.words, ${words.plain}) as rank`
  // One by one, in the order of those that are walked: the newest come first, and no more is read than is wanted.
  const textOf = (of: Expression, id: Expression) =>
    sql`select * from search_text t where t.account_id = ${accountId} and t.kind = ${of} and t.entity_id = ${id} offset 0`
  const sides = [
    { source: 'comment', table: sql`comment`, more: sql`` },
    { source: 'attachment', table: sql`attachment`, more: sql`and o.current_id is null` },
  ] as const
  const parts = rare.texts
    ? [
        sql`select s.entity_id as item_id, 'text' as source, s.entity_id as found_id, ${rank}
          from search_text s where s.kind = ${kind} and ${matches} limit ${most.texts}`,
        ...sides.map(
          ({ source, table, more }) => sql`select ${item('o')}, ${source}, s.entity_id, ${rank}
          from search_text s
          join ${table} o on o.account_id = s.account_id and o.${sql.ref(`${source}_id`)} = s.entity_id and ${item('o')} is not null ${more}
          where s.kind = ${source} and ${matches} limit ${most.texts}`,
        ),
      ]
    : [
        sql`select ${item('w')} as item_id, 'text' as source, s.entity_id as found_id, ${rank}
          from (${walked}) w cross join lateral (${textOf(sql`${kind}`, item('w'))}) s
          where ${matches} and ${sees(item('w'))} limit ${most.walked}`,
        ...sides.map(
          ({ source, table, more }) => sql`select ${item('o')}, ${source}, s.entity_id, ${rank}
          from (select * from ${table} o where o.account_id = ${accountId} order by o.${sql.ref(`${source}_id`)} desc limit ${newest}) o
          cross join lateral (${textOf(sql`${source}`, sql.ref(`o.${source}_id`))}) s
          where ${matches} and ${item('o')} is not null ${more} and ${sees(item('o'))} limit ${most.walked}`,
        ),
      ]
  const titles = sql`select s.entity_id, 'text', s.entity_id, ${rank}
    from search_title s where s.kind = ${kind} and ${matches} limit ${most.titles}`
  return sql.join(
    [...parts, ...(rare.titles ? [titles] : [])].map((part) => sql`(${part})`),
    sql` union all `,
  )
}

/** Whether the words are in the title. */
const titled = ({ accountId }: Caller, words: Words, kind: 'task' | 'folder') => sql`cross join lateral (
  select coalesce((select t.words @@ ${words.ofAccount} from search_title t
    where t.account_id = ${accountId} and t.kind = ${kind} and t.entity_id = hit.item_id), false) as yes) titled`

/** Titles before other texts, the very title before one that begins so, then how well it fits; newer before older. */
const score = (words: Words, kind: 'task' | 'folder') => {
  const title = sql`lower(${sql.ref(`${kind}.title`)})`
  const typed = sql`lower(${words.text}::text)`
  return sql`case when titled.yes and hit.source = 'text' then 8 else 0 end
    + case when hit.source <> 'text' then 0 when ${title} = ${typed} then 8 when starts_with(${title}, ${typed}) then 4 else 0 end
    + 2 * hit.rank + 1.5 / (1 + extract(epoch from now() - ${sql.ref(`${kind}.updated_at`)}) / 2592000)`
}
