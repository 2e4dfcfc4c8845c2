import { invalidParameter, invalidValue } from '#contract/errors.ts'
import type { Calendar } from '#scheduling/calendar.ts'
import { dayOf, dayText } from '#scheduling/days.ts'
import { type CalendarFor, resolveDates, WrongDates } from '#scheduling/task-dates.ts'

/** Date columns of a booking. */
export interface BookingDates {
  start_date: string
  finish_date: string
  duration_minutes: number
  work_on_weekends: boolean
}

interface DatesInput {
  startDate?: string | undefined
  finishDate?: string | undefined
  duration?: number | undefined
  workOnWeekends?: boolean | undefined
}

/**
 * What a request makes of a booking's dates in the working days of who is booked: whole days, the last one included.
 *
 * @throws {Refused} `invalid_parameter` that says what is missing or contradicts itself.
 */
export function readBookingDates(
  input: DatesInput,
  calendarFor: CalendarFor,
  current: BookingDates | undefined,
): BookingDates {
  if (!current && [input.startDate, input.finishDate, input.duration].filter((one) => one !== undefined).length < 2)
    throw invalidValue('bookingDates', 'two of startDate, finishDate and duration')
  try {
    const dates = resolveDates(
      {
        type: 'Planned',
        start: input.startDate,
        due: input.finishDate,
        duration: input.duration,
        workOnWeekends: input.workOnWeekends,
      },
      calendarFor,
      current && {
        dateType: 'Planned',
        startAt: `${current.start_date}T09:00:00`,
        dueAt: `${current.finish_date}T17:00:00`,
        durationMinutes: current.duration_minutes,
        workOnWeekends: current.work_on_weekends,
      },
    )
    return {
      start_date: (dates.startAt as string).slice(0, 10),
      finish_date: (dates.dueAt as string).slice(0, 10),
      duration_minutes: Math.round(dates.durationMinutes ?? 0),
      work_on_weekends: dates.workOnWeekends,
    }
  } catch (error) {
    if (error instanceof WrongDates)
      throw invalidParameter(`Parameter 'bookingDates' value is invalid: ${error.message}`)
    throw error
  }
}

/** The days of a booking that are worked on; all of them where there is none among them. */
export function workedDays({ start_date, finish_date }: BookingDates, calendar: Calendar): string[] {
  const [first, last] = [dayOf(start_date), dayOf(finish_date)]
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const worked = days.filter(calendar.worksOn)
  return (worked.length > 0 ? worked : days).map(dayText)
}

/** How many those are. */
export function countedDays({ start_date, finish_date }: BookingDates, calendar: Calendar): number {
  const [first, last] = [dayOf(start_date), dayOf(finish_date)]
  return calendar.workDaysBefore(last + 1) - calendar.workDaysBefore(first) || last - first + 1
}
