import type { Calendar } from './calendar.ts'
import { momentText, secondsOf, secondsPerDay } from './days.ts'

/**
 * Working time: on work days, which the calendar knows, from 09:00 to 17:00, 480 minutes a day. Moments are local
 * date-times as text, yyyy-MM-dd'T'HH:mm:ss, without a zone.
 */
export const minutesPerDay = 480
export const dayStart = '09:00:00'
export const dayEnd = '17:00:00'

const opens = 9 * 3600
const works = minutesPerDay * 60

/** Working minutes from one moment to another; below zero if the second is earlier. */
export function durationBetween(start: string, due: string, calendar: Calendar): number {
  return (workedBy(due, calendar) - workedBy(start, calendar)) / 60
}

/** When work that starts then and takes so long is done: never the morning if the evening before will do. */
export function finishOf(start: string, durationMinutes: number, calendar: Calendar): string {
  return durationMinutes === 0 ? start : latestSuchMoment(workedBy(start, calendar) + durationMinutes * 60, calendar)
}

/** When work that is done then and takes so long has to start. */
export function startOf(due: string, durationMinutes: number, calendar: Calendar): string {
  return durationMinutes === 0 ? due : firstMomentOfNext(workedBy(due, calendar) - durationMinutes * 60, calendar)
}

/**
 * Seconds of work done from the Monday before 1970 until a moment: an axis on which nights and free days have no length.
 */
export function workedBy(moment: string, calendar: Calendar): number {
  const seconds = secondsOf(moment)
  const day = Math.floor(seconds / secondsPerDay)
  const today = calendar.worksOn(day) ? Math.min(Math.max(seconds - day * secondsPerDay - opens, 0), works) : 0
  return calendar.workDaysBefore(day) * works + today
}

/** The moment at a place of the axis at which work ends: the evening of a day, not the next morning. */
export function latestSuchMoment(worked: number, calendar: Calendar): string {
  const days = Math.ceil(worked / works) - 1
  return momentText(calendar.workDayAt(days) * secondsPerDay + opens + (worked - days * works))
}

/** The moment at a place of the axis at which work begins: the morning of a day, not the evening before. */
export function firstMomentOfNext(worked: number, calendar: Calendar): string {
  const days = Math.floor(worked / works)
  return momentText(calendar.workDayAt(days) * secondsPerDay + opens + (worked - days * works))
}
