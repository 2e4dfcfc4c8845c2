import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { DependencyKey } from '#contract/parameters.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { Link } from '#scheduling/links.ts'
import type { RelationType } from '#scheduling/relation-rules.ts'
import type { ScheduledTask } from '#scheduling/reschedule.ts'
import type { TaskTables } from '../tasks/tables.ts'
import { loadCalendars } from '../work-schedules/calendars/calendars.ts'
import { lockCalendars } from '../work-schedules/calendars/queries.ts'

/** One change of an account's links at a time: otherwise two of them could close a circle together. Working days hold still. */
export async function lockLinks(rows: Rows, accountId: number): Promise<void> {
  await lockCalendars(rows, accountId, 'shared')
  await sql`select pg_advisory_xact_lock(7002, ${accountId}::int)`.execute(connectionOf(rows))
}

interface LinkRow {
  predecessor: number
  successor: number
  relation: RelationType
  lag: number
}

const linkColumns = sql`d.predecessor_id as predecessor, d.successor_id as successor, d.relation_type as relation, d.lag_minutes as lag`

const asLink = ({ predecessor, successor, relation, lag }: LinkRow): Link => ({
  predecessorId: predecessor,
  successorId: successor,
  relationType: relation,
  lagMinutes: lag,
})

/** All links that start at these tasks or at a task behind them, in the recycle bin too: it may be restored. */
export async function linksBehind(rows: Rows, accountId: number, taskIds: readonly number[]): Promise<Link[]> {
  const { rows: links } = await sql<LinkRow>`
    with recursive behind(task_id) as (
      select unnest(${taskIds}::bigint[])
      union
      select d.successor_id from behind b
      join dependency d on d.account_id = ${accountId} and d.predecessor_id = b.task_id
    )
    select ${linkColumns}
    from behind b join dependency d on d.account_id = ${accountId} and d.predecessor_id = b.task_id`.execute(
    connectionOf(rows),
  )
  return links.map(asLink)
}

/** All links into these tasks. */
export async function linksLeadingTo(rows: Rows, accountId: number, taskIds: readonly number[]): Promise<Link[]> {
  const { rows: links } = await sql<LinkRow>`
    select ${linkColumns} from unnest(${taskIds}::bigint[]) as t(task_id)
    join dependency d on d.account_id = ${accountId} and d.successor_id = t.task_id`.execute(connectionOf(rows))
  return links.map(asLink)
}

/**
 * Tasks that are not in the recycle bin with their dates and working days, locked until the change ends, so that two
 * changes that move one task follow each other.
 */
export async function scheduledTasks(
  rows: Rows,
  accountId: number,
  taskIds: readonly number[],
): Promise<Map<number, ScheduledTask>> {
  if (taskIds.length === 0) return new Map()
  const { rows: tasks } = await sql<DateColumns & { assignee: number | null }>`
    select t.task_id, t.date_type, t.start_at, t.due_at, t.duration_minutes, t.work_on_weekends, t.work_schedule_id, t.wanted_at,
      (select min(r.person_id) from task_responsible r where r.account_id = t.account_id and r.task_id = t.task_id
        having count(*) = 1) as assignee
    from task t
    where t.account_id = ${accountId} and t.task_id = any(${taskIds}::bigint[]) and t.deleted_at is null
    order by t.task_id for update`.execute(connectionOf(rows))
  const followed = tasks.map((row) => ({ scheduleId: row.work_schedule_id, assigneeId: row.assignee }))
  const calendars = await loadCalendars(rows, accountId, followed)
  return new Map(
    tasks.map((row, at) => [
      row.task_id,
      {
        taskId: row.task_id,
        dateType: row.date_type,
        startAt: row.start_at,
        dueAt: row.due_at,
        durationMinutes: row.duration_minutes,
        calendar: calendars.of(followed[at] as (typeof followed)[number], row.work_on_weekends),
        wantedAt: row.wanted_at,
      },
    ]),
  )
}

type DateColumns = Pick<
  Selectable<TaskTables['task']>,
  | 'task_id'
  | 'date_type'
  | 'start_at'
  | 'due_at'
  | 'duration_minutes'
  | 'work_on_weekends'
  | 'work_schedule_id'
  | 'wanted_at'
>

/** Writes where tasks have moved. A plan moves as a whole, whatever the caller's role is in its single tasks. */
export async function moveTasks(rows: Rows, accountId: number, tasks: readonly ScheduledTask[]): Promise<void> {
  if (tasks.length === 0) return
  const column = (name: 'taskId' | 'startAt' | 'dueAt' | 'durationMinutes' | 'wantedAt') =>
    tasks.map((task) => task[name])
  await sql`
    update task t set start_at = m.start_at, due_at = m.due_at, duration_minutes = m.minutes, wanted_at = m.wanted_at,
      updated_at = now(), version = t.version + 1
    from unnest(${column('taskId')}::bigint[], ${column('startAt')}::timestamp[], ${column('dueAt')}::timestamp[],
      ${column('durationMinutes')}::int[], ${column('wantedAt')}::timestamp[])
      as m(task_id, start_at, due_at, minutes, wanted_at)
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
