import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { Calendar } from '#scheduling/calendar.ts'
import { dayEnd, dayStart, finishOf, firstMomentOfNext, latestSuchMoment, workedBy } from '#scheduling/working-time.ts'
import type { CopyInput, CopyKey } from './input.ts'
import { asRows, type StatusMap } from './statuses.ts'

/** The dates of a task or a project, local. */
export interface Dated {
  start: string | null
  due: string | null
  durationMinutes: number | null
  /** The days on which it is worked at. */
  calendar: Calendar
}

/**
 * Where the set that is rescheduled begins, or ends, now: of the tasks and projects that are active in the copy. Null if
 * nothing is to move.
 */
export async function anchorOf(
  rows: Rows,
  { accountId, copyId }: CopyKey,
  input: CopyInput,
  statuses: StatusMap,
): Promise<string | null> {
  if (input.rescheduleDate === undefined) return null
  const isStart = input.rescheduleMode === 'Start'
  const task = isStart ? sql`coalesce(t.start_at, t.due_at)` : sql`coalesce(t.due_at, t.start_at)`
  const project = isStart
    ? sql`coalesce(f.project_start + ${dayStart}::time, f.project_end + ${dayEnd}::time)`
    : sql`coalesce(f.project_end + ${dayEnd}::time, f.project_start + ${dayStart}::time)`
  const { rows: found } = await sql<{ anchor: string | null }>`
    select ${isStart ? sql`min(moment)` : sql`max(moment)`} as anchor from (
      select ${task} as moment from copied_task c
      join task t on t.account_id = c.account_id and t.task_id = c.source_id
      join ${asRows(statuses)} on status.source_id = t.custom_status_id and status.status_group = 'Active'
      where c.account_id = ${accountId} and c.copy_id = ${copyId}
      union all
      select ${project} from copied_folder c
      join folder f on f.account_id = c.account_id and f.folder_id = c.source_id and f.is_project
      join ${asRows(statuses)} on status.source_id = coalesce(f.project_status_id, 0) and status.status_group = 'Active'
      where c.account_id = ${accountId} and c.copy_id = ${copyId}
    ) dated`.execute(connectionOf(rows))
  return found[0]?.anchor ?? null
}

/**
 * The dates as far away from the day asked for as they are from the anchor now, in the working time
 * of each.
 */
export function moved(dates: Dated, anchor: string, input: CopyInput): { start: string | null; due: string | null } {
  const { calendar } = dates
  const there = `${input.rescheduleDate}T${input.rescheduleMode === 'Start' ? dayStart : dayEnd}`
  const offset = workedBy(there, calendar) - workedBy(dayOnly(anchor, input), calendar)
  const { start, due } = dates
  const newStart = start === null ? null : firstMomentOfNext(workedBy(start, calendar) + offset, calendar)
  if (newStart !== null && dates.durationMinutes !== null)
    return { start: newStart, due: finishOf(newStart, dates.durationMinutes, calendar) }
  return { start: newStart, due: due === null ? null : latestSuchMoment(workedBy(due, calendar) + offset, calendar) }
}

/** The set begins or ends on the day: at which hour of it stays as it is. */
const dayOnly = (anchor: string, { rescheduleMode }: CopyInput): string =>
  `${anchor.slice(0, 10)}T${rescheduleMode === 'Start' ? dayStart : dayEnd}`
