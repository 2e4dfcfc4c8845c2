/**
 * Days as whole numbers, counted from 1970-01-01, so that they can be added to; the API's local dates have no zone, and neither
 * have these.
 */
const msPerDay = 86_400_000

/** The day of yyyy-MM-dd, also with a time behind it. */
export const dayNumber = (local: string): number => Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / msPerDay

/** yyyy-MM-dd */
export const localDay = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10)

/** A local date-time some days later, at the same time of day. */
export const shifted = (local: string, days: number): string => `${localDay(dayNumber(local) + days)}${local.slice(10)}`

/** 0 is Sunday; day 0 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** The first day of the week of a day. */
export const weekStart = (day: number, firstWeekday: number): number => day - ((weekdayOf(day) - firstWeekday + 7) % 7)

/** The year of a day, its month from 0, and the day of the month. */
export function partsOfDay(day: number): { year: number; month: number; date: number } {
  const moment = new Date(day * msPerDay)
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), date: moment.getUTCDate() }
}

/** The first day of a month; months beyond the year count on. */
export const monthStart = (year: number, month: number): number => Date.UTC(year, month, 1) / msPerDay

/** A day as a moment for `Intl` with `timeZone: 'UTC'`. */
export const momentOfDay = (day: number): Date => new Date(day * msPerDay)

/** Today by the person's clock. */
export function todayNumber(now = new Date()): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / msPerDay
}

/** Of two local moments the earlier one; written alike, they sort as texts. */
export const earlierOf = (one: string, other: string): string => (one < other ? one : other)
export const laterOf = (one: string, other: string): string => (one < other ? other : one)
