/**
 * Working time: Monday to Friday, 09:00 to 17:00, 480 minutes a day. Moments are local date-times as text,
 * yyyy-MM-dd'T'HH:mm:ss, without a zone.
 */
export interface Calendar {
  /** Saturdays and Sundays are days like any other. */
  workOnWeekends: boolean
}

export const minutesPerDay = 480
export const dayStart = '09:00:00'
export const dayEnd = '17:00:00'

const secondsOfDay = 86_400
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
 * Seconds of work done from the Monday before 1970 until a moment: an axis on which nights and weekends have no length.
 */
export function workedBy(moment: string, calendar: Calendar): number {
  const seconds = secondsOf(moment)
  const day = Math.floor(seconds / secondsOfDay)
  const today = isWorkingDay(day, calendar) ? Math.min(Math.max(seconds - day * secondsOfDay - opens, 0), works) : 0
  return workingDaysBefore(day, calendar) * works + today
}

/** The moment at a place of the axis at which work ends: the evening of a day, not the next morning. */
export function latestSuchMoment(worked: number, calendar: Calendar): string {
  const days = Math.ceil(worked / works) - 1
  return textOf(dayOfWorkingDay(days, calendar) * secondsOfDay + opens + (worked - days * works))
}

/** The moment at a place of the axis at which work begins: the morning of a day, not the evening before. */
export function firstMomentOfNext(worked: number, calendar: Calendar): string {
  const days = Math.floor(worked / works)
  return textOf(dayOfWorkingDay(days, calendar) * secondsOfDay + opens + (worked - days * works))
}

/** Day 0 of our count is Monday, 29 December 1969. */
const mondayOffset = 3

function isWorkingDay(day: number, { workOnWeekends }: Calendar): boolean {
  return workOnWeekends || modulo(day + mondayOffset, 7) < 5
}

function workingDaysBefore(day: number, { workOnWeekends }: Calendar): number {
  const fromMonday = day + mondayOffset
  return workOnWeekends ? fromMonday : Math.floor(fromMonday / 7) * 5 + Math.min(modulo(fromMonday, 7), 5)
}

function dayOfWorkingDay(count: number, { workOnWeekends }: Calendar): number {
  return (workOnWeekends ? count : Math.floor(count / 5) * 7 + modulo(count, 5)) - mondayOffset
}

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor
const secondsOf = (moment: string): number => Date.parse(`${moment}Z`) / 1000
const textOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19)
