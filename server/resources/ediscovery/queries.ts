import type { Caller } from '#access/caller.ts'
import { connect, connectionOf } from '#access/connection.ts'
import type { UserRole } from '#access/roles.ts'
import { probeTask, seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { DiscoveredType } from './contract.ts'

export interface Search {
  terms: readonly string[] | undefined
  /** Only what this user sees. */
  target: Caller | undefined
  limit: number
}
export interface Found {
  type: DiscoveredType
  number: number
}

/** Somebody of the account, active or gone, as a caller: what is shared with them is what they see. */
export async function asUser(caller: Caller, personId: number): Promise<Caller> {
  const database = connectionOf(caller)
  const { rows } = await sql<{ role: UserRole; groups: number[] }>`
    with recursive mine(group_id) as (
      select group_id from group_member where account_id = ${caller.accountId} and person_id = ${personId}
      union
      select p.parent_group_id from group_parent p join mine m on m.group_id = p.group_id where p.account_id = ${caller.accountId}
    )
    select u.role, array(select group_id from mine) as groups from account_user u
    where u.account_id = ${caller.accountId} and u.person_id = ${personId}`.execute(database)
  const { role = caller.role, groups = [] } = rows[0] ?? {}
  return connect({ ...caller, personId, role, principals: [personId, ...groups], reach: 'wide' as const }, database)
}

/**
 * Runs a search with an upper bound of its time.
 *
 * @returns undefined if the time was not enough.
 */
export async function withinTime<R>(
  caller: Caller,
  timeoutMs: number,
  search: (inside: Caller) => Promise<R>,
): Promise<R | undefined> {
  try {
    return await connectionOf(caller)
      .transaction()
      .execute(async (transaction) => {
        await sql`select set_config('statement_timeout', ${String(timeoutMs)}, true)`.execute(transaction)
        return search(connect({ ...caller }, transaction))
      })
  } catch (error) {
    // 57014: PostgreSQL ended the statement.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === '57014') return undefined
    throw error
  }
}

/**
 * Tasks whose title, description or comments have one of the terms, newest first. Plan: bitmap scan of search_text_words by
 * account and words, then each task by its primary key. At 1,000,000 tasks, measured on a busy machine: 30 ms for a word
 * that 200 tasks have; 4.5 s for one that all have, of which the newest 10,000 are answered.
 */
export async function findTasks(caller: Caller, search: Search): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select 'task' as type, task.task_id as number from task
    where task.account_id = ${caller.accountId}
      ${has(caller, search, 'task', sql.ref('task.task_id'))}
      ${search.target ? sql`and ${probeTask(search.target, sql.ref('task.task_id'))}` : sql``}
    order by task.task_id desc limit ${search.limit}`.execute(connectionOf(caller))
  return rows
}

/** The same for folders, projects and spaces: those of the types asked for. */
export async function findFolders(caller: Caller, search: Search, types: readonly DiscoveredType[]): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select o.type, folder.folder_id as number
    from folder cross join lateral (
      select case when folder.is_space then 'space' when folder.is_project then 'project' else 'folder' end as type) o
    where folder.account_id = ${caller.accountId} and o.type = any(${types}::text[])
      ${has(caller, search, 'folder', sql.ref('folder.folder_id'))}
      ${search.target ? sql`and ${seesFolder(search.target, sql.ref('folder.folder_id'))}` : sql``}
    order by folder.folder_id desc limit ${search.limit}`.execute(connectionOf(caller))
  return rows
}

/** Files, every version, by their names. */
export async function findAttachments(caller: Caller, search: Search): Promise<Found[]> {
  const { target } = search
  const sees = target
    ? sql`and ((attachment.task_id is not null and ${probeTask(target, sql.ref('attachment.task_id'))})
        or (attachment.folder_id is not null and ${seesFolder(target, sql.ref('attachment.folder_id'))}))`
    : sql``
  const named = search.terms
    ? sql`and attachment.attachment_id in (select entity_id from search_text s where ${matches(caller, search.terms, 'attachment')})`
    : sql``
  const { rows } = await sql<Found>`
    select 'attachment' as type, attachment.attachment_id as number from attachment
    where attachment.account_id = ${caller.accountId} ${named} ${sees}
    order by attachment.attachment_id desc limit ${search.limit}`.execute(connectionOf(caller))
  return rows
}

/** Condition: the own text of a task or folder has one of the terms, or a comment on it does. */
function has(caller: Caller, { terms }: Search, kind: 'task' | 'folder', id: ReturnType<typeof sql.ref>) {
  if (!terms) return sql``
  const column = sql.ref(`c.${kind}_id`)
  return sql`and ${id} in (
    select s.entity_id from search_text s where ${matches(caller, terms, kind)}
    union all
    select ${column} from search_text s
    join comment c on c.account_id = s.account_id and c.comment_id = s.entity_id and ${column} is not null
    where ${matches(caller, terms, 'comment')})`
}

/** Condition on the index of words: any term; the words of a term follow one another. */
function matches({ accountId }: Caller, terms: readonly string[], kind: string) {
  const any = sql.join(
    terms.map((term) => sql`phraseto_tsquery('simple', ${term})`),
    sql` || `,
  )
  return sql`s.account_id = ${accountId} and s.kind = ${kind} and s.words @@ (${`'#${accountId}'`}::tsquery && (${any}))`
}
