/** A day as the API writes it: yyyy-MM-dd, in no zone. */
export type Day = string

const msOfDay = 86_400_000

export const dayAt = (year: number, month: number, day: number): Day => textOf(Date.UTC(year, month - 1, day))

const textOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10)
const instantOf = (day: Day): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.slice(0, 10).split('-').map(Number)
  return { year, month, day: date }
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(instantOf(day)).getUTCDay()

export const addDays = (day: Day, days: number): Day => textOf(instantOf(day) + days * msOfDay)

/** The same day of another month, or its last one where it is too short. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = partsOf(lastOfMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)).day
  return dayAt(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(date, last))
}

export const lastOfMonth = (year: number, month: number): Day => textOf(Date.UTC(year, month, 0))
