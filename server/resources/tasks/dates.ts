import { invalidParameter } from '#contract/errors.ts'
import { type CalendarFor, type DatesInput, resolveDates, WrongDates } from '#scheduling/task-dates.ts'

/** Date columns of a task. */
export interface DateColumns {
  date_type: 'Backlog' | 'Milestone' | 'Planned'
  start_at: string | null
  due_at: string | null
  duration_minutes: number | null
  work_on_weekends: boolean
}

/**
 * What a request makes of a task's dates, in its working days.
 *
 * @throws {Refused} `invalid_parameter` that says which dates contradict each other.
 */
export function readDates(input: DatesInput, calendarFor: CalendarFor, current: DateColumns | undefined): DateColumns {
  try {
    const dates = resolveDates(
      input,
      calendarFor,
      current && {
        dateType: current.date_type,
        startAt: current.start_at,
        dueAt: current.due_at,
        durationMinutes: current.duration_minutes,
        workOnWeekends: current.work_on_weekends,
      },
    )
    return {
      date_type: dates.dateType,
      start_at: dates.startAt,
      due_at: dates.dueAt,
      duration_minutes: dates.durationMinutes === null ? null : Math.round(dates.durationMinutes),
      work_on_weekends: dates.workOnWeekends,
    }
  } catch (error) {
    if (error instanceof WrongDates) throw invalidParameter(`Parameter 'dates' value is invalid: ${error.message}`)
    throw error
  }
}
