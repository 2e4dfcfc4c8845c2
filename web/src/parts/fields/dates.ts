import type { Task } from '@taskwright/sdk'
import type { TaskMembers } from '../../data/tasks.ts'

type Dates = NonNullable<TaskMembers['dates']>

/**
 * The dates of a task with another first or last day. Without a last day it goes to the backlog; without a first one it is a
 * task of one day, and a milestone stays one. A day that passes the other takes it along.
 */
export function datesWith({ dates }: Task, change: { start: string } | { due: string }): Dates {
  const isMilestone = dates.type === 'Milestone'
  if ('due' in change) {
    const { due } = change
    if (due === '') return { type: 'Backlog' }
    if (isMilestone) return { type: 'Milestone', due }
    const start = dates.start && dates.start.slice(0, 10) <= due ? dates.start : due
    return { type: 'Planned', start, due: withTimeOf(dates.due, due) }
  }
  const start = change.start || dates.due?.slice(0, 10) || ''
  if (start === '' || (isMilestone && change.start === ''))
    return isMilestone ? { type: 'Milestone' } : { type: 'Backlog' }
  const due = dates.due && dates.due.slice(0, 10) >= start ? dates.due : start
  return { type: 'Planned', start: withTimeOf(dates.start, start), due }
}

/** Another day at the hour of before, if there was one. */
const withTimeOf = (before: string | undefined, day: string): string =>
  before && before.length > 10 ? `${day}${before.slice(10)}` : day
