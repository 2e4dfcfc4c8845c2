import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendars, moments, rulesOf } from '#testing/schedules.ts'
import { capacityByDay, capacityOf, workerOf } from './capacity.ts'
import { dayOf } from './days.ts'
import { spreadEffort } from './effort.ts'

const workers = fc.array(
  fc
    .record({ calendar: calendars, usual: fc.nat(1440), rules: rulesOf(fc.nat(1440)) })
    .map(({ calendar, usual, rules }) => workerOf(calendar, usual, rules)),
  { minLength: 1, maxLength: 4 },
)
const span = fc.tuple(moments, moments).map((pair) => pair.toSorted() as [string, string])

test('effort adds up to the total, and free days get nothing', () => {
  fc.assert(
    fc.property(workers, span, fc.double({ min: 0, max: 100_000, noNaN: true }), (people, [start, due], total) => {
      const spread = spreadEffort(total, people, start, due)
      const all = spread.flat()
      const sum = all.reduce((minutes, day) => minutes + day.effortMinutes, 0)
      if (all.length > 0) expect(sum).toBeCloseTo(total, 6)
      spread.forEach((days, at) => {
        for (const { date, effortMinutes } of days) {
          expect(effortMinutes).toBeGreaterThanOrEqual(0)
          expect(people[at]?.capacityOn(dayOf(date))).toBeGreaterThan(0)
        }
      })
    }),
  )
})

test('minutes by day are the minutes as a whole', () => {
  fc.assert(
    fc.property(workers, span, ([worker], [start, due]) => {
      if (!worker) return
      const byDay = capacityByDay(worker, start, due).reduce((sum, day) => sum + day.minutes, 0)
      expect(byDay).toBeCloseTo(capacityOf(worker, start, due), 6)
    }),
  )
})

test('a whole total is spread in whole minutes', () => {
  fc.assert(
    fc.property(workers, span, fc.nat(100_000), (people, [start, due], total) => {
      for (const day of spreadEffort(total, people, start, due).flat()) expect(day.effortMinutes % 1).toBe(0)
    }),
  )
})
