import { weekDays } from '#contract/work-days.ts'
import { lastNotAfter, type Rule, spansOf } from './spans.ts'
import { type Week, weekOf } from './week.ts'

/** Which days are worked: a week, and what is different on some days. Every question takes the logarithm of their number. */
export type Calendar = Week

interface Stretch {
  from: number
  until: number
  works: boolean
  /** Work days before its first day, and before the day behind its last one. */
  before: number
  after: number
}

/** The calendar of a week in which some days are work days (`true`) or free after all; later rules win. */
export function calendarOf(week: Week, rules: readonly Rule<boolean>[]): Calendar {
  if (rules.length === 0) return week
  const stretches: Stretch[] = []
  let added = 0
  for (const { from, until, value } of spansOf(rules)) {
    const before = week.workDaysBefore(from) + added
    const after = before + (value ? until - from : 0)
    added = after - week.workDaysBefore(until)
    stretches.push({ from, until, works: value, before, after })
  }
  return {
    worksOn(day) {
      const stretch = stretches[lastNotAfter(stretches, (one) => one.from, day)]
      return stretch && day < stretch.until ? stretch.works : week.worksOn(day)
    },
    workDaysBefore(day) {
      const stretch = stretches[lastNotAfter(stretches, (one) => one.from, day)]
      if (!stretch) return week.workDaysBefore(day)
      if (day < stretch.until) return stretch.before + (stretch.works ? day - stretch.from : 0)
      return stretch.after + week.workDaysBefore(day) - week.workDaysBefore(stretch.until)
    },
    workDayAt(count) {
      const stretch = stretches[lastNotAfter(stretches, (one) => one.before, count)]
      if (!stretch) return week.workDayAt(count)
      if (count < stretch.after) return stretch.from + (count - stretch.before)
      return week.workDayAt(week.workDaysBefore(stretch.until) + count - stretch.after)
    },
  }
}

/** Every day is a work day: the week of a task that is worked at on weekends. */
export const everyDay: Calendar = weekOf(weekDays)
