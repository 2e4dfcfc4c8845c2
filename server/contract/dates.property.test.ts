import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant, isDate, isDateOrLocalDateTime, isInstant, isLocalDateTime } from './dates.ts'

const moment = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
})

test('an instant that is written is read, to the second', () => {
  fc.assert(
    fc.property(moment, (date) => {
      const text = formatInstant(date)
      expect(isInstant(text)).toBe(true)
      expect(new Date(text).getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000)
      expect(isDate(text.slice(0, 10))).toBe(true)
      expect(isLocalDateTime(text.slice(0, 19))).toBe(true)
      expect(isDateOrLocalDateTime(text)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('a day counts exactly when the calendar has it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const date = new Date(0)
        date.setUTCFullYear(year, month - 1, day)
        const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        expect(isDate(text)).toBe(exists)
      },
    ),
    { numRuns: 5000 },
  )
})

test('other forms are refused', () => {
  for (const text of [
    '',
    '2026-3-06',
    '06.03.2026',
    '2026-03-06T',
    '2026-03-06T24:00:00',
    '2026-03-06T10:00',
    '2026-03-06T10:00:00.000',
    '2026-03-06T10:00:60',
    ' 2026-03-06',
    '2026-03-06\n',
    '2026-13-01',
    '2025-02-29',
    '0000-01-01',
  ]) {
    expect(isDateOrLocalDateTime(text), text).toBe(false)
  }
  for (const text of [
    '2026-03-06T14:47:49',
    '2026-03-06T14:47:49.000Z',
    '2026-03-06T14:47:49+00:00',
    '2026-03-06',
    '2026-03-06 14:47:49Z',
    '2026-03-06T14:47:49z',
  ]) {
    expect(isInstant(text), text).toBe(false)
  }
})
