import { locale, numberText } from './language.ts'
import { words } from './words.ts'

/** Short for weeks, days, hours and minutes, as they are written; people may type the English ones too. */
const t = words('durations', { week: 'w', day: 'd', hour: 'h', minute: 'm' })

/** One working day of a task, in minutes, as the server counts it. */
export const minutesOfDay = 480

const dayUnits = { week: 5 * minutesOfDay, day: minutesOfDay } as const
const units = { ...dayUnits, hour: 60, minute: 1 } as const
type Unit = keyof typeof units

/**
 * Minutes as people write them: "1h 30m"; with `inDays` of 8 hours, as durations of work are told: "2d 4h".
 * Fractions of a minute are left out.
 */
export function durationText(minutes: number, { inDays = false }: { inDays?: boolean } = {}): string {
  const whole = Math.round(Math.abs(minutes))
  const [days, rest] = inDays ? [Math.floor(whole / minutesOfDay), whole % minutesOfDay] : [0, whole]
  const parts: [number, Unit][] = [
    [days, 'day'],
    [Math.floor(rest / 60), 'hour'],
    [rest % 60, 'minute'],
  ]
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${numberText(count)}${t[unit]}`)
  return `${minutes < 0 && whole > 0 ? '−' : ''}${shown.join(' ') || `0${t.minute}`}`
}

/**
 * Minutes of what somebody typed, or undefined if it is no duration: "1h 30m", "1:30", "1.5" (of `bare`, hours unless it says
 * otherwise), "90m", "2d", "1w 2d 4h". A comma may stand for the point.
 */
export function parseDuration(text: string, bare: Unit = 'hour'): number | undefined {
  const typed = westernDigits(text.trim().toLocaleLowerCase(locale))
  const sign = /^[-−]/.test(typed) ? -1 : 1
  const minutes = readDuration(typed.replace(/^[-−+]\s*/, ''), bare)
  return minutes === undefined ? undefined : sign * Math.round(minutes)
}

function readDuration(typed: string, bare: Unit): number | undefined {
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(typed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  if (/^\d*[.,]?\d+$|^\d+[.,]$/.test(typed)) return amount(typed) * units[bare]
  const part = /(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?\s*,?\s*/uy
  let minutes: number | undefined
  let last = Number.POSITIVE_INFINITY
  while (part.lastIndex < typed.length) {
    const [, count, name] = part.exec(typed) ?? []
    const unit = name && unitOf(name)
    // Each unit once, the larger first: "30m 1h" is rather a slip than an hour and a half.
    if (!count || !unit || units[unit] >= last) return undefined
    last = units[unit]
    minutes = (minutes ?? 0) + amount(count) * units[unit]
  }
  return minutes
}

const amount = (text: string): number => Number(text.replace(',', '.'))

const names: Record<Unit, readonly string[]> = {
  week: ['w', 'wk', 'wks', 'week', 'weeks'],
  day: ['d', 'day', 'days'],
  hour: ['h', 'hr', 'hrs', 'hour', 'hours'],
  minute: ['m', 'min', 'mins', 'minute', 'minutes'],
}

const unitOf = (name: string): Unit | undefined =>
  (Object.keys(names) as Unit[]).find(
    (unit) => names[unit].includes(name) || t[unit].toLocaleLowerCase(locale) === name,
  )

/** Digits of the person's script as those of the API; what isn't a digit stays. */
function westernDigits(text: string): string {
  const digits = [...numberText(9876543210, { useGrouping: false })].reverse()
  return text.replace(/\p{Nd}/gu, (digit) => {
    const at = digits.indexOf(digit)
    return at < 0 ? digit : String(at)
  })
}
