import { locale } from '../language/language.ts'

const sameYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const otherYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })

/** A local date-time of the API (no zone) as a day in the person's language. */
export function dayText(local: string, today = new Date()): string {
  const date = dateOf(local)
  return (date.getFullYear() === today.getFullYear() ? sameYear : otherYear).format(date)
}

/** An instant of the API as the person's clock shows it. */
export const momentText = (instant: string): string => moment.format(new Date(instant))

/** How long ago an instant was, in the largest unit that fits: "2 hr. ago", "yesterday". */
export function agoText(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const
  for (const [unit, size] of units)
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
  return relative.format(0, 'second')
}

/** The day of a local date-time as a date of the browser, at midnight. */
export function dateOf(local: string): Date {
  const [year = 0, month = 1, day = 1] = local.slice(0, 10).split('-').map(Number)
  return new Date(year, month - 1, day)
}

/** A date of the browser as the API writes a day: yyyy-MM-dd. */
export const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

/** Whether a day has passed, by the person's calendar. */
export const isPast = (local: string, today = new Date()): boolean => local.slice(0, 10) < dayOf(today)
