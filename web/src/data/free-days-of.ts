import type { WorkSchedule, WorkScheduleException } from '@taskwright/sdk'
import { dayNumber, weekdayOf } from './day-numbers.ts'

/** Whether nobody works on a day. */
export type IsFree = (day: number) => boolean

const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** The free days of a week with its exceptions; the newest exception of a day counts, as on the server. */
export function freeDaysOf(
  workweek: WorkSchedule['workweek'],
  exceptions: readonly Pick<WorkScheduleException, 'fromDate' | 'toDate' | 'isWorkDays'>[],
): IsFree {
  const worked = new Set(workweek.flatMap(({ workDays }) => workDays as string[]))
  const spans = exceptions.map(({ fromDate, toDate, isWorkDays }) => ({
    from: dayNumber(fromDate),
    to: dayNumber(toDate),
    isFree: !isWorkDays,
  }))
  return (day) => {
    const exception = spans.findLast(({ from, to }) => from <= day && day <= to)
    return exception ? exception.isFree : !worked.has(names[weekdayOf(day)] as string)
  }
}

/** The day itself if it is worked, else the next one that is, in a direction; of a week without work days the day itself. */
export function nextWorkDay(day: number, direction: 1 | -1, isFree: IsFree): number {
  for (let at = day; Math.abs(at - day) < 400; at += direction) if (!isFree(at)) return at
  return day
}
