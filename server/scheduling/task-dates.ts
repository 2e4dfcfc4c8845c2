import type { Calendar } from './calendar.ts'
import { dayEnd, dayStart, durationBetween, finishOf, startOf } from './working-time.ts'

export type DateType = 'Backlog' | 'Milestone' | 'Planned'

/** Dates as a request names them; a moment may be a day alone. */
export interface DatesInput {
  type?: DateType | undefined
  start?: string | undefined
  due?: string | undefined
  /** Working minutes. */
  duration?: number | undefined
  workOnWeekends?: boolean | undefined
}

/** Dates as a task has them. */
export interface TaskDates {
  dateType: DateType
  /** Local date-times: a Planned task has both, a Milestone is due only, a Backlog task has none. */
  startAt: string | null
  dueAt: string | null
  durationMinutes: number | null
  workOnWeekends: boolean
}

/** The working days of a task, with weekends worked or not. */
export type CalendarFor = (workOnWeekends: boolean) => Calendar

/** Dates that contradict themselves; the message says what to do. */
export class WrongDates extends Error {}

const earliest = '1970-01-01T00:00:00'
/** The first moment that no date may have. */
export const tooLate = '2100-01-01T00:00:00'

/**
 * What a task's dates become. Without a type, the given moments say it: start makes it Planned, due alone keeps a
 * Milestone one and makes anything else Planned, nothing but a duration is Backlog. Two of start, due and duration give
 * the third; with all three, start and due count. A day alone starts at 09:00 and is due at 17:00.
 *
 * @throws {WrongDates}
 */
export function resolveDates(input: DatesInput, calendarFor: CalendarFor, current?: TaskDates): TaskDates {
  const dateType = input.type ?? typeOf(input, current)
  const workOnWeekends = input.workOnWeekends ?? current?.workOnWeekends ?? false
  const start = inRange('start', atHour(input.start, dayStart))
  const due = inRange('due', atHour(input.due, dayEnd))
  switch (dateType) {
    case 'Backlog':
      if (start || due)
        throw new WrongDates('A Backlog task has neither start nor due: leave them out, or choose Planned')
      return {
        dateType,
        startAt: null,
        dueAt: null,
        durationMinutes: input.duration ?? (current?.dateType === 'Backlog' ? current.durationMinutes : null),
        workOnWeekends,
      }
    case 'Milestone': {
      if (start) throw new WrongDates('A Milestone has a due date only: leave start out, or choose Planned')
      const dueAt = due ?? current?.dueAt ?? undefined
      if (!dueAt) throw new WrongDates('A Milestone needs due')
      return { dateType, startAt: null, dueAt, durationMinutes: null, workOnWeekends }
    }
    case 'Planned':
      return planned({ start, due, duration: input.duration }, current, calendarFor(workOnWeekends), workOnWeekends)
    default:
      return dateType satisfies never
  }
}

function typeOf(input: DatesInput, current: TaskDates | undefined): DateType {
  if (input.start) return 'Planned'
  if (input.due) return current?.dateType === 'Milestone' ? 'Milestone' : 'Planned'
  return current?.dateType ?? 'Backlog'
}

function planned(
  input: { start: string | undefined; due: string | undefined; duration: number | undefined },
  current: TaskDates | undefined,
  calendar: Calendar,
  workOnWeekends: boolean,
): TaskDates {
  const known = current?.dateType === 'Planned' ? current : undefined
  const [startAt, dueAt] = bothEnds(input, known, calendar)
  if (startAt > dueAt) throw new WrongDates('A task cannot start after it is due')
  return {
    dateType: 'Planned',
    startAt: inRange('start', startAt) as string,
    dueAt: inRange('due', dueAt) as string,
    durationMinutes: durationBetween(startAt, dueAt, calendar),
    workOnWeekends,
  }
}

/** Given ends count; a missing one follows from the duration, given or had; the task's own end is the last resort. */
function bothEnds(
  input: { start: string | undefined; due: string | undefined; duration: number | undefined },
  known: TaskDates | undefined,
  calendar: Calendar,
): [string, string] {
  const { start, due } = input
  if (start && due) return [start, due]
  const duration = input.duration ?? (known ? (known.durationMinutes ?? 0) : undefined)
  if (start) return [start, finishOf(start, duration ?? 480, calendar)]
  if (due) return duration === undefined ? [dayOf(due), due] : [startOf(due, duration, calendar), due]
  if (known?.startAt) return [known.startAt, finishOf(known.startAt, duration ?? 0, calendar)]
  throw new WrongDates('A Planned task needs start or due')
}

/** Due alone, without a duration: the work of that day. */
const dayOf = (due: string): string => (due.slice(11) < dayStart ? due : `${due.slice(0, 10)}T${dayStart}`)

const atHour = (moment: string | undefined, hour: string): string | undefined =>
  moment?.length === 10 ? `${moment}T${hour}` : moment

function inRange(name: string, moment: string | undefined): string | undefined {
  if (moment !== undefined && (moment < earliest || moment >= tooLate))
    throw new WrongDates(`${name} must be from 1970 to 2099`)
  return moment
}
