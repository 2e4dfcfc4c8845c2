import type { Static } from 'typebox'
import type { EffortAllocation, effortAllocation } from '#contract/effort-allocation.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Calendar } from '#scheduling/calendar.ts'
import { minutesPerDay } from '#scheduling/working-time.ts'
import { type BookingDates, countedDays, workedDays } from './dates.ts'

type EffortInput = Static<ReturnType<typeof effortAllocation>>

/** How the effort of a booking is meant; what it makes of each day follows from its dates. */
export interface BookingEffort extends Record<string, unknown> {
  mode: EffortInput['mode']
  /** Minutes, of all days together. */
  totalEffort?: number
  /** Of a working day. */
  dailyAllocationPercentage?: number
  daily?: { date: string; effortMinutes: number }[]
}

/** Whom a booking is for. */
export type Booked = { person_id: number | null; asset_id: number | null; placeholder_id: number | null }

/**
 * The effort that a request gives a booking; without one, the whole of each working day.
 *
 * @throws {Refused} `invalid_parameter` for days outside of the booking, and for effort of somebody else.
 */
export function readBookingEffort(input: EffortInput | undefined, dates: BookingDates, booked: Booked): BookingEffort {
  if (!input) return { mode: 'FullTime' }
  const spread = input.responsibleAllocation ?? []
  const isOther = (entry: (typeof spread)[number]) =>
    (entry.userId !== undefined && entry.userId !== (booked.person_id ?? booked.asset_id)) ||
    (entry.placeholderId !== undefined && entry.placeholderId !== booked.placeholder_id)
  if (spread.some(isOther)) throw invalidValue('effortAllocation', 'the effort of the one who is booked')
  const daily = spread.flatMap((entry) => entry.dailyAllocation ?? [])
  if (daily.some(({ date }) => date < dates.start_date || date > dates.finish_date))
    throw invalidValue('effortAllocation', 'days of the booking')
  if (new Set(daily.map(({ date }) => date)).size < daily.length)
    throw invalidValue('effortAllocation', 'each day once')
  const totalEffort = input.totalEffort ?? input.allocatedEffort
  return {
    mode: input.mode,
    ...(totalEffort === undefined ? {} : { totalEffort }),
    ...(input.dailyAllocationPercentage === undefined
      ? {}
      : { dailyAllocationPercentage: input.dailyAllocationPercentage }),
    ...(daily.length > 0 ? { daily } : {}),
  }
}

/** Effort as an answer shows it: minutes of each day, and of all. */
export function presentBookingEffort(
  effort: BookingEffort,
  dates: BookingDates,
  calendar: Calendar,
  who: { userId?: string; placeholderId?: string },
): Static<typeof EffortAllocation> {
  if (effort.mode === 'None') return { mode: 'None' }
  if (countedDays(dates, calendar) > shownDays)
    return { mode: effort.mode, totalEffort: minutesOfAll(effort, dates, calendar) }
  const dailyAllocation = minutesByDay(effort, dates, calendar)
  return {
    mode: effort.mode,
    totalEffort: dailyAllocation.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0),
    responsibleAllocation: [{ ...who, dailyAllocation }],
  }
}

/** Days up to which effort is shown day by day: a booking of a hundred years, read a thousand times, would take all memory. */
const shownDays = 1000

/** Minutes of all days, without a list of them. */
function minutesOfAll(effort: BookingEffort, dates: BookingDates, calendar: Calendar): number {
  const days = countedDays(dates, calendar)
  if (effort.mode === 'FullTime') return days * minutesPerDay
  if (effort.mode === 'Flexible' && effort.daily) return effort.daily.reduce((sum, day) => sum + day.effortMinutes, 0)
  const { totalEffort, dailyAllocationPercentage } = effort
  if (totalEffort === undefined && dailyAllocationPercentage !== undefined)
    return days * Math.round((minutesPerDay * dailyAllocationPercentage) / 100)
  return Math.round(totalEffort ?? dates.duration_minutes)
}

/** Minutes of each day: as they were said, the whole day, a part of it, or the total in equal parts. */
function minutesByDay(
  effort: BookingEffort,
  dates: BookingDates,
  calendar: Calendar,
): { date: string; effortMinutes: number }[] {
  const days = workedDays(dates, calendar)
  if (effort.mode === 'FullTime') return days.map((date) => ({ date, effortMinutes: minutesPerDay }))
  if (effort.mode === 'Flexible' && effort.daily)
    return effort.daily.filter(({ date }) => date >= dates.start_date && date <= dates.finish_date)
  const { totalEffort, dailyAllocationPercentage } = effort
  if (totalEffort === undefined && dailyAllocationPercentage !== undefined)
    return days.map((date) => ({ date, effortMinutes: Math.round((minutesPerDay * dailyAllocationPercentage) / 100) }))
  const total = Math.round(totalEffort ?? dates.duration_minutes)
  // What does not divide goes to the first days, a minute each.
  const [each, rest] = [Math.floor(total / days.length), total % days.length]
  return days.map((date, at) => ({ date, effortMinutes: each + (at < rest ? 1 : 0) }))
}
