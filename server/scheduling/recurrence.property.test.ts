import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextOccurrence, type RecurrenceRule, scheduleTypes, weekDays } from './recurrence.ts'

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))
const rules: fc.Arbitrary<RecurrenceRule> = fc
  .record({
    scheduleType: fc.constantFrom(...scheduleTypes),
    scheduleFrequency: fc.integer({ min: 1, max: 12 }),
    weekDays: fc.subarray([...weekDays]),
    intervalStartDate: day,
  })
  .map((rule) => (rule.scheduleType === 'Weekly' ? rule : { ...rule, weekDays: undefined }))

/** The days of a rule, said as simply as possible: each day is asked. */
function isDayOf(rule: RecurrenceRule, text: string): boolean {
  const [start, asked] = [new Date(rule.intervalStartDate), new Date(text)]
  const days = (asked.getTime() - start.getTime()) / 86_400_000
  const months = (asked.getUTCFullYear() - start.getUTCFullYear()) * 12 + asked.getUTCMonth() - start.getUTCMonth()
  const last = new Date(Date.UTC(asked.getUTCFullYear(), asked.getUTCMonth() + 1, 0)).getUTCDate()
  const isSameDay = asked.getUTCDate() === Math.min(start.getUTCDate(), last)
  if (days < 0) return false
  switch (rule.scheduleType) {
    case 'Daily':
      return days % rule.scheduleFrequency === 0
    case 'Weekly': {
      const chosen = rule.weekDays?.length ? rule.weekDays : [weekDays[start.getUTCDay()]]
      const sinceMonday = (start.getUTCDay() + 6) % 7
      const week = Math.floor((days + sinceMonday) / 7)
      return week % rule.scheduleFrequency === 0 && chosen.includes(weekDays[asked.getUTCDay()] as 'Sun')
    }
    case 'Monthly':
      return isSameDay && months % rule.scheduleFrequency === 0
    case 'Yearly':
      return isSameDay && months % (rule.scheduleFrequency * 12) === 0
  }
}
const plus = (text: string, days: number) => new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10)

describe('the next day of a rule', () => {
  test('is the first after the day that the definition names', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: -100, max: 900 }), (rule, offset) => {
        const after = plus(rule.intervalStartDate, offset)
        const next = nextOccurrence(rule, after) as string
        expect(isDayOf(rule, next)).toBe(true)
        expect(next > after).toBe(true)
        for (let between = plus(after, 1); between < next; between = plus(between, 1))
          expect({ between, is: isDayOf(rule, between) }).toEqual({ between, is: false })
      }),
      { numRuns: 500 },
    )
  })
  test('is never after the end, and the end itself counts', () => {
    fc.assert(
      fc.property(rules, fc.nat(400), (rule, offset) => {
        const next = nextOccurrence(rule, plus(rule.intervalStartDate, offset)) as string
        const until = (intervalEndDate: string) =>
          nextOccurrence({ ...rule, intervalEndDate }, plus(rule.intervalStartDate, offset))
        expect(until(next)).toBe(next)
        expect(until(plus(next, -1))).toBeUndefined()
      }),
    )
  })
  const walk = (rule: Omit<RecurrenceRule, 'scheduleFrequency'> & { scheduleFrequency?: number }, count: number) => {
    const days = [rule.intervalStartDate]
    while (days.length < count)
      days.push(nextOccurrence({ scheduleFrequency: 1, ...rule }, days.at(-1) as string) as string)
    return days
  }
  test('of a month that is too short is its last, and the later ones do not follow it', () => {
    expect(walk({ scheduleType: 'Monthly', intervalStartDate: '2028-01-31' }, 4)).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ])
    expect(walk({ scheduleType: 'Yearly', intervalStartDate: '2028-02-29' }, 5).slice(1)).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
  })
  test('every second week is counted in weeks from Monday', () => {
    expect(
      walk(
        { scheduleType: 'Weekly', scheduleFrequency: 2, weekDays: ['Mon', 'Fri'], intervalStartDate: '2026-03-04' },
        4,
      ),
    ).toEqual(['2026-03-04', '2026-03-06', '2026-03-16', '2026-03-20'])
  })
})
