import type { SetRecurrenceInput } from '@taskwright/sdk'
import { nextOccurrence } from '../../../../../../server/scheduling/recurrence.ts'
import { dayText } from '../../../../data/days.ts'
import { weekdayOf } from '../../../../language/calendar-days.ts'
import { listText, locale } from '../../../../language/language.ts'
import { plural, words } from '../../../../language/words.ts'

/** How a task comes again, with all that the person has said of it. */
export type Rule = Omit<SetRecurrenceInput, 'taskId' | 'scheduleFrequency' | 'intervalStartDate'> & {
  scheduleFrequency: number
  intervalStartDate: string
}
export type WeekDay = NonNullable<Rule['weekDays']>[number]

/** Monday first, as the rule's weeks begin. */
export const weekDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const sundayFirst = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

const weekDayName = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** The name of a weekday; 1 February 2026 is a Sunday. */
export const weekDayText = (day: WeekDay): string => weekDayName.format(Date.UTC(2026, 1, 1 + sundayFirst.indexOf(day)))

/** The weekday of a day. */
export const weekDayOf = (day: string): WeekDay => sundayFirst[weekdayOf(day)] as WeekDay

const t = words('recurrence-rule', {
  daily: ({ count }: { count: number }) => plural(count, { one: 'Every day', other: 'Every # days' }),
  weekly: ({ count, days }: { count: number; days: string }) =>
    `${plural(count, { one: 'Every week', other: 'Every # weeks' })} on ${days}`,
  monthly: ({ count, day }: { count: number; day: number }) =>
    `${plural(count, { one: 'Every month', other: 'Every # months' })} on day ${day}${day > 28 ? ', or the last one' : ''}`,
  yearly: ({ count, day }: { count: number; day: string }) =>
    `${plural(count, { one: 'Every year', other: 'Every # years' })} on ${day}`,
  until: ({ rule, day }: { rule: string; day: string }) => `${rule}, until ${day}`,
  times: ({ rule, count }: { rule: string; count: number }) =>
    `${rule}, ${plural(count, { one: '# time in all', other: '# times in all' })}`,
})

/** A rule in plain words. */
export function ruleText(rule: Rule): string {
  const often = oftenText(rule)
  if (rule.intervalEndDate) return t.until({ rule: often, day: dayText(rule.intervalEndDate) })
  return rule.occurrenceLimit ? t.times({ rule: often, count: rule.occurrenceLimit }) : often
}

function oftenText({
  scheduleType,
  scheduleFrequency: count,
  intervalStartDate: start,
  weekDays: chosen,
}: Rule): string {
  switch (scheduleType) {
    case 'Daily':
      return t.daily({ count })
    case 'Weekly': {
      const days = chosen?.length ? weekDays.filter((day) => chosen.includes(day)) : [weekDayOf(start)]
      return t.weekly({ count, days: listText(days.map(weekDayText)) })
    }
    case 'Monthly':
      return t.monthly({ count, day: Number(start.slice(8, 10)) })
    case 'Yearly':
      return t.yearly({ count, day: dayOfYear.format(new Date(start)) })
    default:
      return scheduleType satisfies never
  }
}

/** The next days of a rule after a task of its series, as the server will count them; at most `most`. */
export function nextDays(rule: Rule, after: { day: string; occurrence: number }, most = 5): string[] {
  const left = rule.occurrenceLimit === undefined ? most : rule.occurrenceLimit - after.occurrence
  const days: string[] = []
  for (let day = after.day; days.length < Math.min(most, left); ) {
    const next = nextOccurrence(rule, day)
    if (next === undefined) break
    days.push(next)
    day = next
  }
  return days
}
