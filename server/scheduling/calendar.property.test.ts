import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekDays } from '#contract/work-days.ts'
import { calendars, firstDay, moments, rulesOf, schedules } from '#testing/schedules.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { workerOf } from './capacity.ts'
import { spansOf } from './spans.ts'
import { weekOf } from './week.ts'
import { durationBetween, finishOf, startOf, workedBy } from './working-time.ts'

const anyDay = fc.integer({ min: firstDay - 400, max: firstDay + 500 })
/** 1970-01-01 was a Thursday. */
const nameOf = (day: number) => weekDays[(((day + 4) % 7) + 7) % 7] as (typeof weekDays)[number]

describe('a calendar', () => {
  test('says of each day what the newest exception says, or else the week', () => {
    fc.assert(
      fc.property(schedules, anyDay, ({ days, rules }, day) => {
        const newest = rules.findLast((rule) => rule.from <= day && day <= rule.to)
        const calendar = calendarOf(weekOf(days), rules)
        expect(calendar.worksOn(day)).toBe(newest?.value ?? days.includes(nameOf(day)))
      }),
    )
  })
  test('counts as counting one by one does', () => {
    fc.assert(
      fc.property(calendars, anyDay, fc.nat(300), (calendar, from, length) => {
        let counted = 0
        for (let day = from; day < from + length; day++) counted += calendar.worksOn(day) ? 1 : 0
        expect(calendar.workDaysBefore(from + length) - calendar.workDaysBefore(from)).toBe(counted)
      }),
    )
  })
  test('finds each work day by its count, and only work days', () => {
    fc.assert(
      fc.property(calendars, anyDay, (calendar, day) => {
        const found = calendar.workDayAt(calendar.workDaysBefore(day))
        expect(calendar.worksOn(found)).toBe(true)
        expect(found).toBeGreaterThanOrEqual(day)
        expect(calendar.workDaysBefore(found)).toBe(calendar.workDaysBefore(day))
        if (calendar.worksOn(day)) expect(found).toBe(day)
      }),
    )
  })
  test('with 10,000 exceptions answers 100,000 questions about 130 years in less than two seconds', () => {
    const rules = Array.from({ length: 10_000 }, (_, at) => ({ from: at * 4, to: at * 4 + 1, value: at % 3 === 0 }))
    const started = performance.now()
    const calendar = calendarOf(weekOf(['Mon', 'Tue']), rules)
    for (let at = 0; at < 100_000; at++) calendar.workDayAt(calendar.workDaysBefore((at * 7919) % 47_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test('spans are in order, do not overlap, and hold what the newest rule says', () => {
  fc.assert(
    fc.property(rulesOf(fc.nat(5)), anyDay, (rules, day) => {
      const spans = spansOf(rules)
      spans.forEach((span, at) => {
        expect(span.until).toBeGreaterThan(span.from)
        expect(span.from).toBeGreaterThanOrEqual(spans[at - 1]?.until ?? Number.NEGATIVE_INFINITY)
      })
      const newest = rules.findLast((rule) => rule.from <= day && day <= rule.to)
      expect(spans.find((span) => span.from <= day && day < span.until)?.value).toBe(newest?.value)
    }),
  )
})

/** The first moment of work at or after one: where moving there and back is exact. */
function workingMoment(moment: string, calendar: Calendar): string {
  const whole = Math.floor(workedBy(moment, calendar) / 60) * 60
  return startOf(finishOf(moment, 480, calendar), 480 - (workedBy(moment, calendar) - whole) / 60, calendar)
}

describe('working time of any schedule', () => {
  test('what starts and takes so long is done then, and back', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 20_000 }), (calendar, moment, minutes) => {
        const start = workingMoment(moment, calendar)
        const due = finishOf(start, minutes, calendar)
        expect(durationBetween(start, due, calendar)).toBe(minutes)
        expect(startOf(due, minutes, calendar)).toBe(start)
        expect(calendar.worksOn(Date.parse(`${due.slice(0, 10)}Z`) / 86_400_000)).toBe(true)
      }),
    )
  })
  test('durations add up, and time never runs backwards', () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, one, two, three) => {
        const [a, b, c] = [one, two, three].sort() as [string, string, string]
        const sum = durationBetween(a, b, calendar) + durationBetween(b, c, calendar)
        expect(sum).toBeCloseTo(durationBetween(a, c, calendar), 6)
        expect(durationBetween(a, b, calendar)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

test('capacity over days is the sum of the days', () => {
  fc.assert(
    fc.property(calendars, rulesOf(fc.nat(1440)), anyDay, fc.nat(200), (calendar, rules, from, length) => {
      const worker = workerOf(calendar, 480, rules)
      let sum = 0
      for (let day = from; day < from + length; day++) sum += worker.capacityOn(day)
      expect(worker.capacityBetween(from, from + length)).toBe(sum)
    }),
  )
})
