import type { AccountWorkDay } from '@taskwright/sdk'
import { listText, locale } from '../../../language/language.ts'

/** Monday first, as the API writes them. */
export const weekDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const satisfies readonly AccountWorkDay[]

/** 2026-02-02 is a Monday. */
const named = (day: AccountWorkDay, weekday: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 1, 2 + weekDays.indexOf(day)))

export const dayName = (day: AccountWorkDay): string => named(day, 'long')
export const dayShort = (day: AccountWorkDay): string => named(day, 'short')

/** The days of a week as people write them: "Mon–Fri", or each where they do not follow one another. */
export function weekText(days: readonly AccountWorkDay[]): string {
  const at = weekDays.flatMap((day, index) => (days.includes(day) ? [index] : []))
  const [first, last] = [weekDays[at[0] ?? 0], weekDays[at.at(-1) ?? 0]]
  if (at.length > 2 && (at.at(-1) as number) - (at[0] as number) === at.length - 1 && first && last)
    return `${dayShort(first)}–${dayShort(last)}`
  return listText(at.flatMap((index) => (weekDays[index] ? [dayShort(weekDays[index])] : []))) || '—'
}
