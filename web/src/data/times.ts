import { locale } from '../language/language.ts'

const hours = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })

/** A time of day, HH:mm, as the person's clock writes it. */
export const timeText = (time: string): string => hours.format(new Date(`1970-01-01T${time}:00Z`))
