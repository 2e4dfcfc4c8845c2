import { dayNumber, momentOfDay, monthStart, partsOfDay, weekStart } from '../../../data/day-numbers.ts'

export type Scale = 'Day' | 'Week' | 'Month' | 'Quarter' | 'Year'

export const scales = ['Day', 'Week', 'Month', 'Quarter', 'Year'] as const satisfies readonly Scale[]

/** CSS pixels of a day: in each scale the unit that it is named after can be read. */
const dayWidths: Record<Scale, number> = { Day: 56, Week: 20, Month: 6, Quarter: 2.5, Year: 0.9 }

/** What an arrow key moves a bar by: a day where days can be told apart, else a week. */
export const stepOf = (scale: Scale): number => (scale === 'Day' || scale === 'Week' ? 1 : 7)

/** A line of days, drawn from a day until another that is not on it. */
export interface Axis {
  scale: Scale
  from: number
  until: number
  dayWidth: number
}

/** Work is shown from 09:00 to 17:00, as the server counts it: a day's bar fills the day. */
const opens = 9
const hours = 8

/** An axis that holds these days with room around them, and today in any case. */
export function axisOf(scale: Scale, days: { from: number; until: number } | undefined, today: number): Axis {
  const dayWidth = dayWidths[scale]
  const room = Math.ceil(600 / dayWidth)
  const from = Math.min(days?.from ?? today, today) - Math.ceil(room / 4)
  const until = Math.max(days?.until ?? today, today + 1) + room
  return { scale, from, until, dayWidth }
}

export const axisWidth = ({ from, until, dayWidth }: Axis): number => (until - from) * dayWidth

export const xOfDay = ({ from, dayWidth }: Axis, day: number): number => (day - from) * dayWidth

/** The day under a place of the axis. */
export const dayAt = ({ from, dayWidth }: Axis, x: number): number => from + Math.floor(x / dayWidth)

/** The place of a local date-time: nights have no length. */
export function xOf(axis: Axis, local: string): number {
  const time = Number(local.slice(11, 13) || opens) + Number(local.slice(14, 16) || 0) / 60
  const share = Math.min(Math.max((time - opens) / hours, 0), 1)
  return xOfDay(axis, dayNumber(local) + share)
}

export interface Tick {
  from: number
  until: number
  label: string
  /** The whole of it, for who can't see the row above. */
  title: string
}

/** The two rows of units above the chart, for the days of a window. */
export function ticksOf(
  axis: Axis,
  days: { from: number; until: number },
  { locale, firstWeekday }: { locale: string; firstWeekday: number },
): { upper: Tick[]; lower: Tick[] } {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: number) => formatter.format(momentOfDay(day))
  }
  const month = format({ month: 'long', year: 'numeric' })
  const year = format({ year: 'numeric' })
  const full = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const months = (size: number) => (day: number) => {
    const parts = partsOfDay(day)
    return monthStart(parts.year, Math.floor(parts.month / size) * size)
  }
  const nextMonths = (size: number) => (start: number) => {
    const parts = partsOfDay(start)
    return monthStart(parts.year, parts.month + size)
  }
  const quarter = (day: number) => `Q${Math.floor(partsOfDay(day).month / 3) + 1}`
  const byMonth = tiles(days, months(1), nextMonths(1))
  const byQuarter = tiles(days, months(3), nextMonths(3))
  const byYear = tiles(days, months(12), nextMonths(12))
  switch (axis.scale) {
    case 'Day': {
      const weekday = format({ weekday: 'short', day: 'numeric' })
      const byDay = tiles(
        days,
        (day) => day,
        (day) => day + 1,
      )
      return { upper: named(byMonth, month), lower: named(byDay, weekday, full) }
    }
    case 'Week': {
      const short = format({ day: 'numeric', month: 'short' })
      const byWeek = tiles(
        days,
        (day) => weekStart(day, firstWeekday),
        (start) => start + 7,
      )
      return { upper: named(byMonth, month), lower: named(byWeek, short, full) }
    }
    case 'Month':
      return { upper: named(byYear, year), lower: named(byMonth, format({ month: 'long' }), month) }
    case 'Quarter':
    case 'Year':
      return { upper: named(byYear, year), lower: named(byQuarter, quarter, (day) => `${quarter(day)} ${year(day)}`) }
    default:
      return axis.scale satisfies never
  }
}

type Tile = Pick<Tick, 'from' | 'until'>

/** Units side by side that cover the days; the first and the last one may reach beyond. */
function tiles(
  days: { from: number; until: number },
  startOf: (day: number) => number,
  next: (start: number) => number,
): Tile[] {
  const found: Tile[] = []
  for (let from = startOf(days.from); from < days.until; ) {
    const until = next(from)
    found.push({ from, until })
    from = until
  }
  return found
}

const named = (found: readonly Tile[], label: (day: number) => string, title = label): Tick[] =>
  found.map(({ from, until }) => ({ from, until, label: label(from), title: title(from) }))
