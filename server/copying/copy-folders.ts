import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { loadCalendars } from '#resources/work-schedules/calendars/calendars.ts'
import { dayEnd, dayStart } from '#scheduling/working-time.ts'
import { copiedColumns } from './columns.ts'
import type { CopyInput, CopyState } from './input.ts'
import { moved } from './moved-dates.ts'
import { asRows, type StatusMap } from './statuses.ts'

/** Makes all folders and projects of a copy, hung under one another as the originals are; nobody reaches them yet. */
export async function copyFolders(
  rows: Rows,
  caller: Caller,
  input: CopyInput,
  state: CopyState,
  statuses: StatusMap,
): Promise<void> {
  const database = connectionOf(rows)
  const { accountId } = caller
  const ofCopy = sql`c.account_id = ${accountId} and c.copy_id = ${state.copyId}`
  const dates = await projectDates(rows, caller, input, state, statuses)
  const { names, values } = await copiedColumns(rows, 'folder', {
    folder_id: sql`c.target_id`,
    title: sql`case when c.target_id = ${state.rootId} then coalesce(${input.title ?? null}::text, s.title) else s.title end`,
    description: input.descriptions ? sql`s.description` : sql`''`,
    author_id: sql`${caller.personId}::bigint`,
    custom_fields: input.customFields ? sql`s.custom_fields` : sql`'{}'::jsonb`,
    custom_columns: input.customFields ? sql`s.custom_columns` : sql`'{}'::bigint[]`,
    project_author_id: sql`case when s.is_project then ${caller.personId}::bigint end`,
    project_created_at: sql`case when s.is_project then now() end`,
    project_status_id: sql`case when s.is_project then status.target_id end`,
    project_completed_at: sql`case when s.is_project and status.status_group = 'Completed' then coalesce(s.project_completed_at, now()) end`,
    project_start: sql`coalesce(dated.project_start, s.project_start)`,
    project_end: sql`coalesce(dated.project_end, s.project_end)`,
  })
  await sql`
    insert into folder (account_id, ${names}) select ${accountId}, ${values}
    from copied_folder c join folder s on s.account_id = c.account_id and s.folder_id = c.source_id
    left join ${asRows(statuses)} on status.source_id = coalesce(s.project_status_id, 0)
    left join ${dates} on dated.source_id = c.source_id
    where ${ofCopy}`.execute(database)
  await sql`
    insert into folder_parent (account_id, folder_id, parent_id)
    select c.account_id, c.target_id, up.target_id
    from copied_folder c
    join folder_parent p on p.account_id = c.account_id and p.folder_id = c.source_id and p.deleted_with is null
    join copied_folder up on up.account_id = c.account_id and up.copy_id = c.copy_id and up.source_id = p.parent_id
    where ${ofCopy} and c.target_id <> ${state.rootId}`.execute(database)
  if (input.responsibles)
    await sql`
      insert into folder_owner (account_id, folder_id, person_id)
      select c.account_id, c.target_id, o.person_id
      from copied_folder c join folder_owner o on o.account_id = c.account_id and o.folder_id = c.source_id
      join account_user u on u.account_id = o.account_id and u.person_id = o.person_id and u.state <> 'removed'
      where ${ofCopy}`.execute(database)
}

/** Days of the projects that move, as rows of a query. */
async function projectDates(rows: Rows, caller: Caller, input: CopyInput, state: CopyState, statuses: StatusMap) {
  const { anchor } = state
  const { rows: projects } =
    anchor === null
      ? { rows: [] }
      : await sql<{ source_id: number; start: string | null; end: string | null }>`
          select c.source_id, f.project_start as start, f.project_end as "end"
          from copied_folder c join folder f on f.account_id = c.account_id and f.folder_id = c.source_id and f.is_project
          join ${asRows(statuses)} on status.source_id = coalesce(f.project_status_id, 0) and status.status_group = 'Active'
          where c.account_id = ${caller.accountId} and c.copy_id = ${state.copyId}`.execute(connectionOf(rows))
  const usual = { scheduleId: null, assigneeId: null }
  const calendar = (await loadCalendars(rows, caller.accountId, [])).of(usual, false)
  const made = projects.map(({ source_id, start, end }) => {
    const at = (day: string | null, hour: string) => (day === null ? null : `${day}T${hour}`)
    const dates = { start: at(start, dayStart), due: at(end, dayEnd), durationMinutes: null, calendar }
    const there = moved(dates, anchor as string, input)
    return { source_id, start: there.start?.slice(0, 10) ?? null, end: there.due?.slice(0, 10) ?? null }
  })
  return sql`unnest(${made.map((one) => one.source_id)}::bigint[], ${made.map((one) => one.start)}::date[], ${made.map((one) => one.end)}::date[])
    as dated(source_id, project_start, project_end)`
}
