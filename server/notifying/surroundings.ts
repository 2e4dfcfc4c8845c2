import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Item, PlacedEvent } from './drafts.ts'

/** Who has to do with an item. */
interface Around {
  /** Assignees of a task, owners of a project. */
  doing: readonly number[]
  /** Followers of a task; a folder has none, and its author in their place. */
  following: readonly number[]
}

/** What drafts need to know beside the events. */
export interface Surroundings {
  of(item: Item): Around
  approval(approvalId: number): { authors: readonly number[]; approvers: readonly number[] }
}

const nobody: Around = { doing: [], following: [] }

/** Reads it for a batch of events: three queries at most, by keys, whatever the number of events. */
export async function surroundingsOf(
  database: Kysely<Database>,
  accountId: number,
  events: readonly PlacedEvent[],
): Promise<Surroundings> {
  const ids = (on: 'task' | 'folder') => [
    ...new Set(
      events.flatMap(({ entity_type, entity_id, after }) =>
        entity_type === on ? [entity_id] : Number(after?.[`${on}Id`] ?? 0) || [],
      ),
    ),
  ]
  const tasks = await aroundTasks(database, accountId, ids('task'))
  const folders = await aroundFolders(database, accountId, ids('folder'))
  const approvals = await approvalsOf(
    database,
    accountId,
    events.filter(({ entity_type }) => entity_type === 'approval').map(({ entity_id }) => entity_id),
  )
  return {
    of: ({ on, id }) => (on === 'task' ? tasks : folders).get(id) ?? nobody,
    approval: (id) => approvals.get(id) ?? { authors: [], approvers: [] },
  }
}

async function aroundTasks(database: Kysely<Database>, accountId: number, ids: number[]): Promise<Map<number, Around>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Around & { id: number }>`
    select t.task_id as id,
      array(select person_id from task_responsible r where r.account_id = t.account_id and r.task_id = t.task_id) as doing,
      array(select person_id from task_follower f where f.account_id = t.account_id and f.task_id = t.task_id) as following
    from task t where t.account_id = ${accountId} and t.task_id = any(${ids}::bigint[])`.execute(database)
  return new Map(rows.map((row) => [row.id, row]))
}

async function aroundFolders(
  database: Kysely<Database>,
  accountId: number,
  ids: number[],
): Promise<Map<number, Around>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Around & { id: number }>`
    select f.folder_id as id, array[f.author_id] as following,
      array(select person_id from folder_owner o where o.account_id = f.account_id and o.folder_id = f.folder_id) as doing
    from folder f where f.account_id = ${accountId} and f.folder_id = any(${ids}::bigint[])`.execute(database)
  return new Map(rows.map((row) => [row.id, row]))
}

async function approvalsOf(database: Kysely<Database>, accountId: number, ids: number[]) {
  if (ids.length === 0) return new Map<number, { authors: number[]; approvers: number[] }>()
  const { rows } = await sql<{ id: number; authors: number[]; approvers: number[] }>`
    select a.approval_id as id, array[a.author_id] as authors,
      array(select approver_id from approval_decision d
        where d.account_id = a.account_id and d.approval_id = a.approval_id) as approvers
    from approval a where a.account_id = ${accountId} and a.approval_id = any(${ids}::bigint[])`.execute(database)
  return new Map(rows.map((row) => [row.id, row]))
}
