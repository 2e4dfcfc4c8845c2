const day = /^(\d{4})-(\d\d)-(\d\d)$/
const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

/** yyyy-MM-dd, a day that exists. */
export function isDate(text: string): boolean {
  const match = day.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month)
}

/** yyyy-MM-dd'T'HH:mm:ss, no zone. */
export const isLocalDateTime = (text: string): boolean =>
  text.length === 19 && text[10] === 'T' && isDate(text.slice(0, 10)) && time.test(text.slice(11))

/** A day, or a local date-time. */
export const isDateOrLocalDateTime = (text: string): boolean => isDate(text) || isLocalDateTime(text)

/** yyyy-MM-dd'T'HH:mm:ss'Z': UTC, whole seconds. */
export const isInstant = (text: string): boolean =>
  text.length === 20 && text[19] === 'Z' && isLocalDateTime(text.slice(0, 19))

/** An instant as clients know it: UTC, whole seconds. */
export const formatInstant = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`

const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
