import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

let days: typeof import('../src/language/days-typed.ts')
let durations: typeof import('../src/language/durations.ts')
let calendar: typeof import('../src/language/calendar-days.ts')
beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('navigator', { languages: ['en-GB'] })
  days = await import('../src/language/days-typed.ts')
  durations = await import('../src/language/durations.ts')
  calendar = await import('../src/language/calendar-days.ts')
})
afterAll(() => vi.unstubAllGlobals())

const anyDay = fc
  .integer({ min: Date.UTC(1971, 0, 1) / 86_400_000, max: Date.UTC(2098, 0, 1) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))

describe('a duration', () => {
  test('that is written is read as the same minutes, in hours and in days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_799_999 }), fc.boolean(), (minutes, inDays) => {
        expect(durations.parseDuration(durations.durationText(minutes, { inDays }).replaceAll(',', ''))).toBe(minutes)
      }),
    )
  })

  test('is read from whatever is typed without an error, and never as no number', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[-0-9wdhm:., ]*$/))
    fc.assert(
      fc.property(typed, (text) => {
        expect(durations.parseDuration(text)).not.toBeNaN()
      }),
    )
  })

  test.each([
    ['1h 30m', 90],
    ['1h30', undefined],
    ['1:30', 90],
    ['1.5', 90],
    ['1,5 h', 90],
    ['.5', 30],
    ['90 min', 90],
    ['2d', 960],
    ['1w 2d 4h', 2400 + 960 + 240],
    ['-1h', -60],
    ['30m 1h', undefined],
    ['1h 2h', undefined],
    ['1:75', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s is %s minutes', (text, minutes) => {
    expect(durations.parseDuration(text)).toBe(minutes)
  })

  test('without a unit is of the unit that the place means', () => {
    expect(durations.parseDuration('3', 'day')).toBe(1440)
  })
})

describe('a day', () => {
  test('that is written in full is read as the same day, whenever it is typed', () => {
    const written = (day: string) =>
      new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(day),
      )
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        expect(days.parseDay(day, today)).toBe(day)
        expect(days.parseDay(written(day), today)).toBe(day)
        const [year, month, date] = day.split('-')
        expect(days.parseDay(`${date}/${month}/${year}`, today)).toBe(day)
      }),
    )
  })

  test('so many days ahead and back again is the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 9999 }), (today, count) => {
        const ahead = days.parseDay(`${count}d`, today) as string
        expect(days.parseDay(`-${count}d`, ahead)).toBe(today)
        expect(Date.parse(ahead) - Date.parse(today)).toBe(count * 86_400_000)
      }),
    )
  })

  test('of the week is within the next seven, and "next" of the week after this one', () => {
    const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
    fc.assert(
      fc.property(anyDay, fc.nat(6), (today, weekday) => {
        const soon = days.parseDay(names[weekday] as string, today) as string
        expect(calendar.weekdayOf(soon)).toBe(weekday)
        expect(soon > today && soon <= calendar.addDays(today, 7)).toBe(true)
        const next = days.parseDay(`next ${names[weekday]}`, today) as string
        expect(calendar.weekdayOf(next)).toBe(weekday)
        expect(Math.floor((mondays(next) - mondays(today)) / 7)).toBe(1)
      }),
    )
  })

  test('is real or none, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9 /.a-z]{0,14}$/))
    fc.assert(
      fc.property(typed, anyDay, (text, today) => {
        const day = days.parseDay(text, today)
        if (day !== undefined) expect(new Date(day).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })

  test.each([
    ['today', '2026-11-25'],
    ['Tomorrow', '2026-11-26'],
    ['fri', '2026-11-27'],
    ['wednesday', '2026-12-02'],
    ['next fri', '2026-12-04'],
    ['in 2 weeks', '2026-12-09'],
    ['+3', '2026-11-28'],
    ['1 month', '2026-12-25'],
    ['next month', '2026-12-01'],
    ['next week', '2026-11-30'],
    ['eom', '2026-11-30'],
    ['5 dec', '2026-12-05'],
    ['Dec 5th', '2026-12-05'],
    ['5/12', '2026-12-05'],
    ['1 jan', '2027-01-01'],
    ['31 june', undefined],
    ['32/12/2026', undefined],
    ['never', undefined],
    ['', undefined],
  ])('%s, on a Wednesday, is %s', (text, day) => {
    expect(days.parseDay(text, '2026-11-25')).toBe(day)
  })
})

/** Days from the first Monday to the one of the week that a day is in. */
const mondays = (day: string): number => {
  const number = Date.parse(day) / 86_400_000
  return number - ((calendar.weekdayOf(day) + 6) % 7)
}
