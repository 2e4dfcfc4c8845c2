import fc from 'fast-check'
import { weekDays } from '#contract/work-days.ts'
import { type Calendar, calendarOf, everyDay } from '#scheduling/calendar.ts'
import type { Rule } from '#scheduling/spans.ts'
import { weekOf } from '#scheduling/week.ts'

/** 2026-01-01 */
export const firstDay = 20_454

/** Rules around the year 2026, some long, many that overlap. */
export const rulesOf = <V>(value: fc.Arbitrary<V>): fc.Arbitrary<Rule<V>[]> =>
  fc.array(
    fc
      .record({ from: fc.integer({ min: firstDay - 30, max: firstDay + 120 }), days: fc.nat(20), value })
      .map(({ from, days, ...rest }) => ({ from, to: from + days, ...rest })),
    { maxLength: 12 },
  )

/** Any week with a work day, any exceptions; and what it was made of, for a naive answer. */
export const schedules = fc.record({
  days: fc.subarray([...weekDays], { minLength: 1 }),
  rules: rulesOf(fc.boolean()),
})

export const calendars: fc.Arbitrary<Calendar> = schedules.map(({ days, rules }) => calendarOf(weekOf(days), rules))

/** A moment of the year 2026, in the middle of the night too. */
export const moments = fc
  .integer({ min: 0, max: 100 * 1440 })
  .map((minute) => new Date((firstDay * 1440 + minute) * 60_000).toISOString().slice(0, 19))

/** What an account starts with. */
export const mondayToFriday: Calendar = weekOf(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])

/** Monday to Friday, or with weekends every day. */
export const usualWeek = (workOnWeekends: boolean): Calendar => (workOnWeekends ? everyDay : mondayToFriday)
