import { addDays, addMonths, type Day, dayAt, lastOfMonth, partsOf, weekdayOf } from './calendar-days.ts'
import { locale } from './language.ts'

/**
 * The day that somebody typed, as yyyy-MM-dd, or undefined: "today", "tomorrow", "fri", "next fri", "3d", "in 2 weeks",
 * "next month", "5 dec", "5/12", "2026-12-05". Names of days and months are understood in the person's language and in
 * English, days and months of numbers alone in the order of the person's locale. A day without a year is the next one.
 */
export function parseDay(text: string, today: Day): Day | undefined {
  const typed = text.trim().toLocaleLowerCase(locale).replace(/\s+/g, ' ')
  if (typed === '') return undefined
  return byWord(typed, today) ?? byWeekday(typed, today) ?? byDistance(typed, today) ?? byDate(typed, today)
}

const today = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const wordOf = (days: number) => today.format(days, 'day').toLocaleLowerCase(locale)

function byWord(typed: string, now: Day): Day | undefined {
  for (const [days, ...words] of [
    [0, 'today', 'now', 'tod'],
    [1, 'tomorrow', 'tom', 'tmr'],
    [-1, 'yesterday'],
  ] as const)
    if ((words as readonly string[]).includes(typed) || typed === wordOf(days)) return addDays(now, days)
  const { year, month } = partsOf(now)
  switch (typed) {
    case 'next week':
      return addDays(now, 7 - ((weekdayOf(now) + 6) % 7))
    case 'next month':
      return addMonths(dayAt(year, month, 1), 1)
    case 'end of week':
    case 'eow':
      return addDays(now, (12 - weekdayOf(now)) % 7)
    case 'end of month':
    case 'eom':
      return lastOfMonth(year, month)
    default:
      return undefined
  }
}

/** "fri" is the next one, never today; "next fri" that of the week after this one. */
function byWeekday(typed: string, now: Day): Day | undefined {
  const [, next, name = ''] = /^(next |this |on )?(.+)$/.exec(typed) ?? []
  const wanted = weekdayNames.findIndex((names) => isName(names, name, 2))
  if (wanted < 0) return undefined
  if (next === 'next ') {
    const monday = addDays(now, 7 - ((weekdayOf(now) + 6) % 7))
    return addDays(monday, (wanted + 6) % 7)
  }
  return addDays(now, ((wanted - weekdayOf(now) + 6) % 7) + 1)
}

/** "3d", "+3", "in 2 weeks", "1 month", "-2d", "2 days ago". */
function byDistance(typed: string, now: Day): Day | undefined {
  const [, into, sign, digits, name = '', ago] =
    /^(in )?([+-])?(\d{1,4}) ?([a-z]*)( ago)?$/.exec(typed.replace('−', '-')) ?? []
  if (!digits || (name === '' && !sign && !into)) return undefined
  const count = Number(digits) * (sign === '-' || ago ? -1 : 1)
  if (['', 'd', 'day', 'days'].includes(name)) return addDays(now, count)
  if (['w', 'wk', 'week', 'weeks'].includes(name)) return addDays(now, count * 7)
  if (['m', 'mo', 'month', 'months'].includes(name)) return addMonths(now, count)
  if (['y', 'year', 'years'].includes(name)) return addMonths(now, count * 12)
  return undefined
}

function byDate(typed: string, now: Day): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,4})[./ -](\d{1,2})(?:[./ -](\d{1,4}))?\.?$/.exec(typed)
  if (numbers)
    return byNumbers(
      numbers.slice(1).flatMap((one) => (one ? Number(one) : [])),
      now,
    )
  const named = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of |de )?(\p{L}+)\.?,?(?: (\d{4}))?$/u.exec(typed)
  if (named) return withMonth(Number(named[1]), named[2] as string, named[3], now)
  const american = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/u.exec(typed)
  if (american) return withMonth(Number(american[2]), american[1] as string, american[3], now)
  return undefined
}

const order = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' })
  .formatToParts(0)
  .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type : []))

function byNumbers(numbers: number[], now: Day): Day | undefined {
  const names = numbers.length === 3 ? order : order.filter((name) => name !== 'year')
  const at = (name: 'day' | 'month' | 'year') => numbers[names.indexOf(name)] as number
  const [day, month] = [at('day'), at('month')]
  if (numbers.length === 2) return soonest(month, day, now)
  const year = at('year')
  return real(year < 100 ? 2000 + year : year, month, day)
}

function withMonth(day: number, name: string, year: string | undefined, now: Day): Day | undefined {
  const month = monthNames.findIndex((names) => isName(names, name, 3)) + 1
  if (month === 0) return undefined
  return year ? real(Number(year), month, day) : soonest(month, day, now)
}

/** The day of this year, or of the next one if it has passed. */
function soonest(month: number, day: number, now: Day): Day | undefined {
  const { year } = partsOf(now)
  const own = real(year, month, day)
  return own && own >= now ? own : (real(year + 1, month, day) ?? own)
}

/** A day that there is: no 31 June. */
function real(year: number, month: number, day: number): Day | undefined {
  if (year < 1970 || year > 2099 || month < 1 || month > 12 || day < 1) return undefined
  return day <= partsOf(lastOfMonth(year, month)).day ? dayAt(year, month, day) : undefined
}

/** Sunday first. Whole names and short ones, in the person's language and in English. */
const weekdayNames = [...Array(7).keys()].map((at) => namesOf(Date.UTC(2026, 1, 1 + at), 'weekday'))
const monthNames = [...Array(12).keys()].map((at) => namesOf(Date.UTC(2026, at, 1), 'month'))

function namesOf(instant: number, part: 'weekday' | 'month'): string[] {
  return [locale, 'en'].flatMap((language) =>
    (['long', 'short'] as const).map((style) =>
      new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' })
        .format(instant)
        .toLocaleLowerCase(locale)
        .replace(/\.$/, ''),
    ),
  )
}

/** The name itself or a beginning of it that is long enough to mean one alone. */
const isName = (names: readonly string[], typed: string, least: number): boolean =>
  names.some((name) => name === typed || (typed.length >= least && name.startsWith(typed)))
