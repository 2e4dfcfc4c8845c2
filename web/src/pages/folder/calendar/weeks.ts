import type { Task } from '@taskwright/sdk'
import { dayNumber, monthStart, partsOfDay, weekStart } from '../../../data/day-numbers.ts'

/** The first day of each week that a month, or a week, is seen in. */
export function weeksOf(anchor: number, scale: 'Month' | 'Week', firstWeekday: number): number[] {
  if (scale === 'Week') return [weekStart(anchor, firstWeekday)]
  const { year, month } = partsOfDay(anchor)
  const last = monthStart(year, month + 1) - 1
  const weeks: number[] = []
  for (let start = weekStart(monthStart(year, month), firstWeekday); start <= last; start += 7) weeks.push(start)
  return weeks
}

/** A month, or a week, further on or back; the day of the month is kept as far as there is one. */
export function turned(anchor: number, scale: 'Month' | 'Week', step: number): number {
  if (scale === 'Week') return anchor + 7 * step
  const { year, month, date } = partsOfDay(anchor)
  const last = monthStart(year, month + step + 1) - 1
  return Math.min(monthStart(year, month + step) + date - 1, last)
}

/** The days on which a task is shown, both included; none for one without dates. */
export function daysOfTask(
  { dates: { start, due } }: Pick<Task, 'dates'>,
  isSpan: boolean,
): { from: number; to: number } | undefined {
  if (!due) return undefined
  const to = dayNumber(due)
  return { from: isSpan && start ? Math.min(dayNumber(start), to) : to, to }
}

/** The part of a task that is in a week: the days it takes, and the line that it has alone. */
export interface Piece {
  task: Task
  from: number
  to: number
  line: number
  /** It began before the week, or goes on behind it. */
  isOpenBefore: boolean
  isOpenAfter: boolean
}

/** A task with the days on which it is shown. */
export interface Dated {
  task: Task
  days: { from: number; to: number }
}

/** Those that have days, worked out once for all weeks. */
export const datedOf = (tasks: readonly Task[], isSpan: boolean): Dated[] =>
  tasks.flatMap((task) => {
    const days = daysOfTask(task, isSpan)
    return days ? [{ task, days }] : []
  })

/** The pieces of a week, long ones first, each in the first line that is free on all of its days. */
export function piecesOf(tasks: readonly Dated[], start: number): Piece[] {
  const inside = tasks.filter(({ days }) => days.from < start + 7 && days.to >= start)
  inside.sort((one, other) => one.days.from - other.days.from || other.days.to - one.days.to)
  const taken: number[] = []
  return inside.map(({ task, days }) => {
    const from = Math.max(days.from, start)
    const to = Math.min(days.to, start + 6)
    let line = taken.findIndex((until) => until < from)
    if (line === -1) line = taken.length
    taken[line] = to
    return { task, from, to, line, isOpenBefore: days.from < start, isOpenAfter: days.to > start + 6 }
  })
}

/** How many pieces of a day are below the lines that there is room for. */
export const hiddenOn = (pieces: readonly Piece[], day: number, lines: number): number =>
  pieces.filter(({ from, to, line }) => line >= lines && from <= day && day <= to).length

/** The tasks of a day, in the order of their lines. */
export const piecesOn = (pieces: readonly Piece[], day: number): Piece[] =>
  pieces.filter(({ from, to }) => from <= day && day <= to).sort((one, other) => one.line - other.line)
