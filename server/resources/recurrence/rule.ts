import { nextOccurrence } from '#scheduling/recurrence.ts'
import type { RecurrenceRow } from './queries.ts'

/** Day of the task after the one with this number and day, or undefined if that is the last of its series. */
export function nextDay(series: RecurrenceRow, occurrence: number, day: string): string | undefined {
  if (series.occurrence_limit !== null && occurrence >= series.occurrence_limit) return undefined
  return nextOccurrence(
    {
      scheduleType: series.schedule_type,
      scheduleFrequency: series.schedule_frequency,
      weekDays: series.week_days ?? undefined,
      intervalStartDate: series.interval_start_date,
      intervalEndDate: series.interval_end_date ?? undefined,
    },
    day,
  )
}
