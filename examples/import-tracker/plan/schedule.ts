import type { Item } from '../tracker/read-items.ts'

/** First and last day of the work on an item: `yyyy-MM-dd`. */
export interface Days {
  start: string
  due: string
}

const minutesOfWorkingDay = 480

/** The day of an instant as the person who wrote it saw it: in the zone of the text. */
export const dayOf = (instant: string) => instant.slice(0, 10)

/**
 * The days an item took, from created to closed. Some trackers hold items that were closed before they were created
 * (copied ones): then the earlier day is the start. An item still open gets the one day it was created on.
 */
export function daysOf(item: Item): Days {
  const [start, due] = [dayOf(item.createdAt), dayOf(item.closedAt ?? item.createdAt)].sort() as [string, string]
  return { start, due }
}

/** The same without weekends, for tasks: the calendar of the server has five days. Weekends move inwards. */
export function workingDaysOf(item: Item): Days {
  const days = daysOf(item)
  const start = nearestWorkingDay(days.start, 1)
  const due = nearestWorkingDay(days.due, -1)
  // Of a weekend alone, the Monday is left.
  if (due < start) return { start, due: start }
  return { start, due }
}

/**
 * The lag, in working minutes, that leaves both items on their days. In a real tracker items that wait for others are
 * often written down, and even worked on, before those are done: such an overlap is a lead, a negative lag.
 */
export function lagBetween(predecessor: Days, successor: Days): number {
  let overlap = 0
  for (let day = successor.start; day <= predecessor.due; day = move(day, 1)) if (!isWeekend(day)) overlap += 1
  return overlap === 0 ? 0 : -overlap * minutesOfWorkingDay
}

function nearestWorkingDay(day: string, step: 1 | -1): string {
  return isWeekend(day) ? nearestWorkingDay(move(day, step), step) : day
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

function move(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}
