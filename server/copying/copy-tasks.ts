import { generateNKeysBetween } from 'fractional-indexing'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { loadCalendars } from '#resources/work-schedules/calendars/calendars.ts'
import { lockCalendars } from '#resources/work-schedules/calendars/queries.ts'
import { copiedColumns } from './columns.ts'
import { copyLinks } from './copy-links.ts'
import { copyPeople } from './copy-people.ts'
import type { CopyInput, CopyState } from './input.ts'
import { moved } from './moved-dates.ts'
import { asRows, type StatusMap } from './statuses.ts'

/** Makes the next tasks of a copy, `count` of them, with their places among those made so far; nobody reaches them yet. */
export async function copyTasks(
  rows: Rows,
  caller: Caller,
  input: CopyInput,
  state: CopyState,
  statuses: StatusMap,
  count: number,
): Promise<void> {
  const database = connectionOf(rows)
  const { accountId } = caller
  const [after, last] = [state.done, state.done + count]
  const now = sql`c.account_id = ${accountId} and c.copy_id = ${state.copyId} and c.position > ${after} and c.position <= ${last}`
  await lockCalendars(rows, accountId, 'shared')
  const fresh = await newPlaces(rows, caller, input, state, statuses, now)
  const effort = input.responsibles ? sql`s.effort_allocation` : sql`s.effort_allocation - 'responsibleAllocation'`
  const { names, values } = await copiedColumns(rows, 'task', {
    task_id: sql`c.target_id`,
    title: sql`case when c.target_id = ${state.rootId} then coalesce(${input.title ?? null}::text, s.title) else left(${input.titlePrefix} || s.title, 1000) end`,
    description: input.descriptions ? sql`s.description` : sql`''`,
    author_id: sql`${caller.personId}::bigint`,
    custom_status_id: sql`status.target_id`,
    status_group: sql`status.status_group`,
    completed_at: sql`case when status.status_group = 'Completed' then coalesce(s.completed_at, now()) end`,
    priority: sql`fresh.priority`,
    start_at: sql`coalesce(fresh.start_at, s.start_at)`,
    due_at: sql`coalesce(fresh.due_at, s.due_at)`,
    // Where people had put it says nothing of the new place.
    wanted_at: sql`case when fresh.due_at is null then s.wanted_at end`,
    effort_allocation: effort,
    custom_fields: input.customFields ? sql`s.custom_fields` : sql`'{}'::jsonb`,
    only_subtask: sql`false`,
  })
  await sql`
    insert into task (account_id, ${names}) select ${accountId}, ${values}
    from copied_task c join task s on s.account_id = c.account_id and s.task_id = c.source_id
    join ${asRows(statuses)} on status.source_id = s.custom_status_id
    join ${fresh} on fresh.source_id = c.source_id
    where ${now} order by c.position`.execute(database)
  await sql`
    insert into task_placement (account_id, task_id, folder_id, direct, inherited)
    select c.account_id, c.target_id, f.target_id, p.direct, p.inherited
    from copied_task c
    join task_placement p on p.account_id = c.account_id and p.task_id = c.source_id and p.deleted_with is null
    join copied_folder f on f.account_id = c.account_id and f.copy_id = c.copy_id and f.source_id = p.folder_id
    where ${now}`.execute(database)
  await copyLinks(rows, caller, state, last)
  await copyPeople(rows, caller, input, now)
}

/** The order key of each task, behind all others, and its dates where they move; as rows of a query. */
async function newPlaces(
  rows: Rows,
  caller: Caller,
  input: CopyInput,
  { anchor }: CopyState,
  statuses: StatusMap,
  now: ReturnType<typeof sql>,
) {
  const { rows: tasks } = await sql<Original>`
    select c.source_id, t.start_at, t.due_at, t.duration_minutes, t.work_on_weekends, t.work_schedule_id, status.status_group = 'Active' as active
      , (select min(r.person_id) from task_responsible r where r.account_id = t.account_id and r.task_id = t.task_id
        having count(*) = 1) as assignee
    from copied_task c join task t on t.account_id = c.account_id and t.task_id = c.source_id
    join ${asRows(statuses)} on status.source_id = t.custom_status_id
    where ${now} order by c.position`.execute(connectionOf(rows))
  const { rows: found } = await sql<{ last: string | null }>`
    select max(priority) as last from task where account_id = ${caller.accountId}`.execute(connectionOf(rows))
  const keys = generateNKeysBetween(found[0]?.last ?? null, null, tasks.length)
  const calendars = await loadCalendars(rows, caller.accountId, anchor === null ? [] : tasks.map(followedBy))
  const dates = tasks.map((task) =>
    anchor !== null && task.active
      ? moved(
          {
            start: task.start_at,
            due: task.due_at,
            durationMinutes: task.duration_minutes,
            calendar: calendars.of(followedBy(task), task.work_on_weekends),
          },
          anchor,
          input,
        )
      : { start: null, due: null },
  )
  return sql`unnest(${tasks.map((task) => task.source_id)}::bigint[], ${keys}::text[], ${dates.map((one) => one.start)}::timestamp[], ${dates.map((one) => one.due)}::timestamp[])
    as fresh(source_id, priority, start_at, due_at)`
}

const followedBy = (task: Original) => ({ scheduleId: task.work_schedule_id, assigneeId: task.assignee })

interface Original {
  source_id: number
  start_at: string | null
  due_at: string | null
  duration_minutes: number | null
  work_on_weekends: boolean
  work_schedule_id: number | null
  assignee: number | null
  active: boolean
}
