import { weekDays } from '#contract/work-days.ts'
import { addDays } from '../timelog-lock-periods/days.ts'

export type Timeframe = 'Weekly' | 'Monthly'

/** First day of the week of a day, where weeks begin with `firstDayOfWeek` ('Mon', 'Sun', 'Sat'). */
export function weekStart(day: string, firstDayOfWeek: string): string {
  const first = weekDays.indexOf(firstDayOfWeek as (typeof weekDays)[number])
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() - first + 7) % 7))
}

/** First and last day of the week or month that a day is in. */
export function periodOf(day: string, timeframe: Timeframe, firstDayOfWeek: string): { start: string; end: string } {
  if (timeframe === 'Weekly') {
    const start = weekStart(day, firstDayOfWeek)
    return { start, end: addDays(start, 6) }
  }
  const start = `${day.slice(0, 7)}-01`
  return { start, end: addDays(`${addDays(start, 31).slice(0, 7)}-01`, -1) }
}

/** First days of the weeks that a period touches. */
export function weeksOf(period: { start: string; end: string }, firstDayOfWeek: string): string[] {
  const weeks: string[] = []
  for (let week = weekStart(period.start, firstDayOfWeek); week <= period.end; week = addDays(week, 7)) weeks.push(week)
  return weeks
}
