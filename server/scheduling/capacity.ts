import type { Calendar } from './calendar.ts'
import { dayOf, secondsOf, secondsPerDay } from './days.ts'
import { lastNotAfter, type Rule, spansOf } from './spans.ts'
import { minutesPerDay, workedBy } from './working-time.ts'

/** Somebody who works: on which days, and how many minutes of a day. */
export interface Worker {
  calendar: Calendar
  /** Minutes of a work day; a free day has none. */
  capacityOn(day: number): number
  /** Minutes of all work days from a day until another, which is not included. */
  capacityBetween(from: number, until: number): number
}

/** A worker with the same minutes every work day, but for the days of the rules; later rules win. */
export function workerOf(calendar: Calendar, usual: number, rules: readonly Rule<number>[]): Worker {
  const spans = spansOf(rules)
  const workDays = (from: number, until: number) =>
    until > from ? calendar.workDaysBefore(until) - calendar.workDaysBefore(from) : 0
  return {
    calendar,
    capacityOn(day) {
      const span = spans[lastNotAfter(spans, (one) => one.from, day)]
      return calendar.worksOn(day) ? (span && day < span.until ? span.value : usual) : 0
    },
    capacityBetween(from, until) {
      let minutes = workDays(from, until) * usual
      for (const span of spans)
        minutes += workDays(Math.max(from, span.from), Math.min(until, span.until)) * (span.value - usual)
      return minutes
    },
  }
}

/** How much of a day lies between two moments, of the hours that are worked: from 0 to 1. */
export function shareOfDay(day: number, start: string, due: string, calendar: Calendar): number {
  if (!calendar.worksOn(day)) return 0
  const opened = calendar.workDaysBefore(day) * minutesPerDay * 60
  const closed = opened + minutesPerDay * 60
  const seconds = Math.min(workedBy(due, calendar), closed) - Math.max(workedBy(start, calendar), opened)
  return Math.max(seconds, 0) / (minutesPerDay * 60)
}

/** The minutes that a worker has between two moments; of the first and the last day only the part that lies between. */
export function capacityOf(worker: Worker, start: string, due: string): number {
  const [first, last] = [dayOf(start), dayOf(due)]
  const part = (day: number) => worker.capacityOn(day) * shareOfDay(day, start, due, worker.calendar)
  if (secondsOf(due) <= secondsOf(start)) return 0
  return first === last ? part(first) : part(first) + worker.capacityBetween(first + 1, last) + part(last)
}

/** The days between two moments on which a worker has minutes, and how many of them. */
export function capacityByDay(worker: Worker, start: string, due: string): { day: number; minutes: number }[] {
  const { calendar } = worker
  const days: { day: number; minutes: number }[] = []
  const until = Math.ceil(secondsOf(due) / secondsPerDay)
  for (let count = calendar.workDaysBefore(dayOf(start)); ; count++) {
    const day = calendar.workDayAt(count)
    if (day >= until) return days
    const minutes = worker.capacityOn(day) * shareOfDay(day, start, due, calendar)
    if (minutes > 0) days.push({ day, minutes })
  }
}
