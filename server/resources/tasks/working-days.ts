import type { Caller } from '#access/caller.ts'
import { notAllowed } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import type { Rows } from '#events/rows.ts'
import { fitToDays } from '#scheduling/replan.ts'
import type { CalendarFor, DatesInput } from '#scheduling/task-dates.ts'
import { scheduleById } from '../work-schedules/access.ts'
import { type Followed, loadCalendars } from '../work-schedules/calendars/calendars.ts'
import { type DateColumns, readDates } from './dates.ts'
import { type FullTask, onlyAssignee } from './queries.ts'

/**
 * The schedule that a request gives a task; null takes it away.
 *
 * @throws {Refused} `not_allowed` on a plan without own schedules, `resource_not_found` if there is none.
 */
export async function readWorkSchedule(
  caller: Caller,
  scheduleId: number | null | undefined,
): Promise<{ work_schedule_id?: number | null }> {
  if (scheduleId === undefined) return {}
  if (!planHas(caller.plan, 'workSchedules'))
    throw notAllowed(`${features.workSchedules.says}: not part of the plan ${caller.plan}`)
  if (scheduleId !== null) await scheduleById(caller, scheduleId)
  return { work_schedule_id: scheduleId }
}

/** The working days of a task that follows these; call `lockCalendars` before. */
export async function workingDays(rows: Rows, caller: Caller, followed: Followed): Promise<CalendarFor> {
  const calendars = await loadCalendars(rows, caller.accountId, [followed])
  return (workOnWeekends) => calendars.of(followed, workOnWeekends)
}

/** What a change brings to the dates of a task that is there. */
export interface DateChanges {
  dates?: DatesInput | undefined
  work_schedule_id?: number | null | undefined
  /** People have been assigned or taken away: the task may follow somebody else now. */
  reassigned?: boolean | undefined
}

/**
 * The dates of a task after a change: what the request says of them, in the working days that the task has then. If only
 * these have changed, start and duration stay, and the due date follows.
 */
export async function datesAfter(
  rows: Rows,
  caller: Caller,
  before: FullTask,
  changes: DateChanges,
): Promise<Partial<DateColumns> & { wanted_at?: null }> {
  const { dates, work_schedule_id = before.work_schedule_id } = changes
  const follows = changes.work_schedule_id !== undefined || changes.reassigned === true
  if (!dates && (!follows || before.date_type !== 'Planned')) return {}
  const calendarFor = await workingDays(rows, caller, {
    scheduleId: work_schedule_id,
    assigneeId: await onlyAssignee(rows, caller, before.task_id),
  })
  if (dates) return { ...readDates(dates, calendarFor, before), wanted_at: null }
  const { dueAt, durationMinutes } = fitToDays({
    taskId: before.task_id,
    dateType: before.date_type,
    startAt: before.start_at,
    dueAt: before.due_at,
    durationMinutes: before.duration_minutes,
    wantedAt: before.wanted_at,
    calendar: calendarFor(before.work_on_weekends),
  })
  return { due_at: dueAt, duration_minutes: durationMinutes }
}
