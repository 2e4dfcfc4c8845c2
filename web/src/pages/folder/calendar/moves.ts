import type { Task } from '@taskwright/sdk'
import { dayNumber, localDay, shifted } from '../../../data/day-numbers.ts'
import { datesMovedBy, type Grip, type WantedDates } from '../../../data/moved-dates.ts'

/** What is held: a task, or one of its ends, and the day under the hand; none of one without dates. */
export interface Held {
  taskId: string
  grip: Grip
  day?: number
}

/** In a calendar people mean the very day that they drop something on, be it free or not. */
const never = () => false

/** The dates of a task that is dropped on a day. A task without dates is planned for it; its length is kept. */
export function datesDroppedOn(
  { dates }: Pick<Task, 'dates'>,
  { grip, day: held }: Pick<Held, 'grip' | 'day'>,
  day: number,
  isSpan = true,
): WantedDates['dates'] | undefined {
  if (!dates.due || held === undefined) return plannedFor(dates, day)
  // Where only due days are shown, it is the due day that is moved, and the start that follows.
  if (!isSpan && dates.type === 'Planned' && day !== held) return { due: shifted(dates.due, day - held) }
  return datesMovedBy(dates, grip, day - held, never)
}

function plannedFor({ duration }: Task['dates'], day: number): WantedDates['dates'] {
  const start = localDay(day)
  return { type: 'Planned', start, ...(duration ? { duration } : { due: start }) }
}

/** The day that an end of a task is on. */
export const dayOfEnd = ({ dates: { start, due = '' } }: Pick<Task, 'dates'>, grip: 'start' | 'due'): number =>
  dayNumber(grip === 'start' ? (start ?? due) : due)
