const sameYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const otherYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** A local date-time of the API (no zone) as a day in the person's language. */
export function dayText(local: string, today = new Date()): string {
  const [year = 0, month = 1, day = 1] = local.slice(0, 10).split('-').map(Number)
  const date = new Date(year, month - 1, day)
  return (year === today.getFullYear() ? sameYear : otherYear).format(date)
}

/** An instant of the API as the person's clock shows it. */
export const momentText = (instant: string): string => moment.format(new Date(instant))

/** Whether a day has passed, by the person's calendar. */
export function isPast(local: string, today = new Date()): boolean {
  const text = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`
  return local.slice(0, 10) < text
}
