import type { Account, ViewDays } from '@taskwright/sdk'
import { dayOf } from './days.ts'

/** Days as the API filters by them: the start is inside, the end is not. */
export interface DayRange {
  start?: string
  end?: string
}

type RelativeDays = NonNullable<ViewDays['relative']>

const firstDays = { Sun: 0, Mon: 1, Sat: 6 } as const

/** Midnight of a day some days and months from another. */
const from = (day: Date, days: number, months = 0): Date =>
  new Date(day.getFullYear(), day.getMonth() + months, day.getDate() + days)

/**
 * The days that words like "this week" stand for today, by the person's clock; `Overdue` is all before today, and `None` no day
 * at all, which is undefined here.
 */
export function daysOf(
  { relative, ...range }: ViewDays,
  firstDayOfWeek: Account['firstDayOfWeek'] = 'Mon',
  now = new Date(),
): DayRange | undefined {
  if (!relative) return range
  const today = from(now, 0)
  const week = from(today, -((today.getDay() - firstDays[firstDayOfWeek] + 7) % 7))
  const month = from(today, 1 - today.getDate())
  const between = (start: Date, end: Date): DayRange => ({ start: dayOf(start), end: dayOf(end) })
  const ranges: Record<Exclude<RelativeDays, 'None'>, DayRange> = {
    Overdue: { end: dayOf(today) },
    Yesterday: between(from(today, -1), today),
    Today: between(today, from(today, 1)),
    Tomorrow: between(from(today, 1), from(today, 2)),
    LastWeek: between(from(week, -7), week),
    ThisWeek: between(week, from(week, 7)),
    NextWeek: between(from(week, 7), from(week, 14)),
    Last7Days: between(from(today, -6), from(today, 1)),
    Next7Days: between(today, from(today, 7)),
    LastMonth: between(from(month, 0, -1), month),
    ThisMonth: between(month, from(month, 0, 1)),
    NextMonth: between(from(month, 0, 1), from(month, 0, 2)),
  }
  return relative === 'None' ? undefined : ranges[relative]
}

/** Days of the person's clock as the instants at which they begin. */
export function instantsOf({ start, end }: DayRange): { start?: string; end?: string } {
  const instant = (day: string): string => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    return new Date(year, month - 1, date).toISOString().replace(/\.\d+Z$/, 'Z')
  }
  return { ...(start && { start: instant(start) }), ...(end && { end: instant(end) }) }
}
