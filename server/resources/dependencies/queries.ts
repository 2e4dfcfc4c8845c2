import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { DependencyKey } from '#contract/parameters.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { RelationType } from '#scheduling/relation-rules.ts'
import type { Link, ScheduledTask } from '#scheduling/reschedule.ts'
import type { TaskTables } from '../tasks/tables.ts'

/** One change of an account's links at a time: otherwise two of them could close a circle together. */
export async function lockLinks(rows: Rows, accountId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(7002, ${accountId}::int)`.execute(connectionOf(rows))
}

/** All links that start at these tasks or at a task behind them, in the recycle bin too: it may be restored. */
export async function linksBehind(rows: Rows, accountId: number, taskIds: readonly number[]): Promise<Link[]> {
  const { rows: links } = await sql<{ predecessor: number; successor: number; relation: RelationType; lag: number }>`
    with recursive behind(task_id) as (
      select unnest(${taskIds}::bigint[])
      union
      select d.successor_id from behind b
      join dependency d on d.account_id = ${accountId} and d.predecessor_id = b.task_id
    )
    select d.predecessor_id as predecessor, d.successor_id as successor, d.relation_type as relation, d.lag_minutes as lag
    from behind b join dependency d on d.account_id = ${accountId} and d.predecessor_id = b.task_id`.execute(
    connectionOf(rows),
  )
  return links.map(({ predecessor, successor, relation, lag }) => ({
    predecessorId: predecessor,
    successorId: successor,
    relationType: relation,
    lagMinutes: lag,
  }))
}

/** Tasks that are not in the recycle bin with their dates, locked until the change ends, so that two changes that move one task follow each other. */
export async function scheduledTasks(
  rows: Rows,
  accountId: number,
  taskIds: readonly number[],
): Promise<Map<number, ScheduledTask>> {
  if (taskIds.length === 0) return new Map()
  const tasks = await connectionOf(rows)
    .selectFrom('task')
    .select(['task_id', 'date_type', 'start_at', 'due_at', 'duration_minutes', 'work_on_weekends'])
    .where('account_id', '=', accountId)
    .where('task_id', 'in', taskIds)
    .where('deleted_at', 'is', null)
    .orderBy('task_id')
    .forUpdate()
    .execute()
  return new Map(tasks.map((row) => [row.task_id, scheduled(row)]))
}

type DateColumns = 'task_id' | 'date_type' | 'start_at' | 'due_at' | 'duration_minutes' | 'work_on_weekends'

const scheduled = (row: Pick<Selectable<TaskTables['task']>, DateColumns>): ScheduledTask => ({
  taskId: row.task_id,
  dateType: row.date_type,
  startAt: row.start_at,
  dueAt: row.due_at,
  durationMinutes: row.duration_minutes,
  workOnWeekends: row.work_on_weekends,
})

/** Writes where tasks have moved. A plan moves as a whole, whatever the caller's role is in its single tasks. */
export async function moveTasks(rows: Rows, accountId: number, tasks: readonly ScheduledTask[]): Promise<void> {
  const column = (name: 'taskId' | 'startAt' | 'dueAt') => tasks.map((task) => task[name])
  await sql`
    update task t set start_at = m.start_at, due_at = m.due_at, updated_at = now(), version = t.version + 1
    from unnest(${column('taskId')}::bigint[], ${column('startAt')}::timestamp[], ${column('dueAt')}::timestamp[])
      as m(task_id, start_at, due_at)
    where t.account_id = ${accountId} and t.task_id = m.task_id`.execute(connectionOf(rows))
}

/** Which of these are dependencies of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingDependencies(caller: Caller, keys: readonly DependencyKey[]) {
  return connectionOf(caller)
    .selectFrom('dependency')
    .select(['predecessor_id', 'successor_id'])
    .where('account_id', '=', caller.accountId)
    .where(
      'predecessor_id',
      'in',
      keys.map((key) => key.predecessorId),
    )
    .where(
      'successor_id',
      'in',
      keys.map((key) => key.successorId),
    )
    .execute()
}

/** Types of the dates of two tasks, and whether the second one leads to the first already. */
export async function pairOf(rows: Rows, accountId: number, predecessorId: number, successorId: number) {
  const tasks = await scheduledTasks(rows, accountId, [predecessorId, successorId])
  const links = await linksBehind(rows, accountId, [successorId])
  return { predecessor: tasks.get(predecessorId), successor: tasks.get(successorId), linksBehindSuccessor: links }
}
