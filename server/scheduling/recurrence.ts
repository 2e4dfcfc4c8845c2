/** How often something happens. Days are yyyy-MM-dd, without a zone. */
export interface RecurrenceRule {
  scheduleType: ScheduleType
  /** Every so many days, weeks, months or years. */
  scheduleFrequency: number
  /** Weekly only: the days of a week; none is the day of the start. Weeks begin on Monday. */
  weekDays?: readonly WeekDay[] | undefined
  /** First day: all others are counted from it. */
  intervalStartDate: string
  /** Last day that may be one, if there is any. */
  intervalEndDate?: string | undefined
}

export const scheduleTypes = ['Daily', 'Weekly', 'Monthly', 'Yearly'] as const
export type ScheduleType = (typeof scheduleTypes)[number]
export const weekDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
export type WeekDay = (typeof weekDays)[number]

/**
 * The first day of the rule after a day, or undefined after the last one. Months that are too short have it on their last
 * day: the 31st is followed by the 28th or 29th of February, and that by the 31st of March.
 */
export function nextOccurrence(rule: RecurrenceRule, after: string): string | undefined {
  const start = dayNumber(rule.intervalStartDate)
  const from = Math.max(dayNumber(after) + 1, start)
  const next = dayText(firstFrom(rule, start, from))
  return rule.intervalEndDate !== undefined && next > rule.intervalEndDate ? undefined : next
}

/** Both are numbers of days; `from` is not before `start`. */
function firstFrom(rule: RecurrenceRule, start: number, from: number): number {
  const { scheduleType, scheduleFrequency: every } = rule
  switch (scheduleType) {
    case 'Daily':
      return start + Math.ceil((from - start) / every) * every
    case 'Weekly':
      return firstWeekly(rule, start, from)
    case 'Monthly':
      return firstMonthly(start, from, every)
    case 'Yearly':
      return firstMonthly(start, from, every * 12)
    default:
      return scheduleType satisfies never
  }
}

function firstWeekly(rule: RecurrenceRule, start: number, from: number): number {
  const chosen = rule.weekDays?.length ? rule.weekDays.map((day) => weekDays.indexOf(day)) : [weekDayOf(start)]
  const firstWeek = mondayOf(start)
  const weeks = Math.floor((mondayOf(from) - firstWeek) / 7)
  // The week of `from` if it is one of the rule's and has a day left, else the next one of the rule.
  for (let week = weeks - (weeks % rule.scheduleFrequency); ; week += rule.scheduleFrequency) {
    const days = chosen.map((day) => firstWeek + week * 7 + ((day + 6) % 7)).filter((day) => day >= from)
    if (days.length > 0) return Math.min(...days)
  }
}

/** Counted from the start, so that a short month does not pull later ones to its last day. */
function firstMonthly(start: number, from: number, everyMonths: number): number {
  const [year, month, day] = parts(start)
  const [toYear, toMonth] = parts(from)
  const months = (toYear - year) * 12 + toMonth - month
  for (let at = months - (months % everyMonths); ; at += everyMonths) {
    const found = Math.min(dayOfMonth(year, month + at, day), dayOfMonth(year, month + at + 1, 1) - 1)
    if (found >= from) return found
  }
}

const msOfDay = 86_400_000
const dayNumber = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / msOfDay
const dayText = (day: number): string => new Date(day * msOfDay).toISOString().slice(0, 10)
const dayOfMonth = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / msOfDay
const weekDayOf = (day: number): number => new Date(day * msOfDay).getUTCDay()
const mondayOf = (day: number): number => day - ((weekDayOf(day) + 6) % 7)
const parts = (day: number): [year: number, month: number, day: number] => {
  const date = new Date(day * msOfDay)
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
}
