import type { CreateRescheduleInput, Task } from '@taskwright/sdk'
import { dayNumber, earlierOf, laterOf, localDay, shifted } from './day-numbers.ts'
import { type IsFree, nextWorkDay } from './free-days-of.ts'

/** What a person does to a bar: moves it, or one of its ends. */
export type Grip = 'move' | 'start' | 'due'

export type WantedDates = NonNullable<CreateRescheduleInput['tasks']>[number]

type Dates = Task['dates']

/**
 * The dates to ask the server for when a bar, or an end of it, is moved by some days. A moved bar keeps its length in working
 * time, which the server knows; it starts on a work day, unless it is worked on at weekends. Nothing if nothing would change.
 */
export function datesMovedBy(dates: Dates, grip: Grip, days: number, isFree: IsFree): WantedDates['dates'] | undefined {
  const { type, start, due, workOnWeekends = false } = dates
  if (days === 0 || !due) return undefined
  const settled = (local: string, by: number) =>
    workOnWeekends ? shifted(local, by) : onWorkDay(shifted(local, by), days > 0 ? 1 : -1, isFree)
  if (type === 'Milestone' || !start) return changed({ type: 'Milestone', due: settled(due, days) }, dates)
  if (grip === 'move') return changed({ start: settled(start, days) }, dates)
  // An end stops at the other one.
  if (grip === 'start')
    return changed({ start: earlierOf(settled(start, days), `${due.slice(0, 10)}${start.slice(10)}`), due }, dates)
  return changed({ start, due: laterOf(settled(due, days), `${start.slice(0, 10)}${due.slice(10)}`) }, dates)
}

/** Dates that bring a task back to where it was, exactly. */
export function datesAsBefore({ type, start, due, duration }: Dates): WantedDates['dates'] {
  if (type === 'Backlog') return { type, ...(duration !== undefined && { duration }) }
  return { type, ...(type === 'Planned' && start && { start }), ...(due && { due }) }
}

function changed(wanted: WantedDates['dates'], { start, due }: Dates): WantedDates['dates'] | undefined {
  const isSame =
    (wanted.start === undefined || wanted.start === start) && (wanted.due === undefined || wanted.due === due)
  return isSame ? undefined : wanted
}

const onWorkDay = (local: string, direction: 1 | -1, isFree: IsFree): string =>
  `${localDay(nextWorkDay(dayNumber(local), direction, isFree))}${local.slice(10)}`
