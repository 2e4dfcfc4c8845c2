import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { replan } from '#scheduling/replan.ts'
import { linksBehind, linksLeadingTo, moveTasks, scheduledTasks } from '../../dependencies/queries.ts'
import { taskDatesChanged } from '../../dependencies/reschedule-successors.ts'
import { type Touch, touchedPredecessors, touchedTasks } from './queries.ts'

/**
 * Fits the tasks that a change of working days touches to what the days are now, and their successors; call it in the
 * transaction of that change, which holds `lockCalendars(…, 'alone')`. A handful of statements, whatever the number of
 * tasks; for 10,000 tasks see docs/compatibility.md.
 *
 * @returns an event `TaskDatesChanged` for each task that moved.
 */
export async function rescheduleTouched(rows: Rows, accountId: number, touch: Touch): Promise<EventRecord[]> {
  const tasks = new Set(await touchedTasks(rows, accountId, touch))
  const predecessors = await touchedPredecessors(rows, accountId, touch)
  if (tasks.size === 0 && predecessors.length === 0) return []
  const starts = [...new Set([...tasks, ...predecessors])]
  const behind = await linksBehind(rows, accountId, starts)
  const concerned = [...new Set([...starts, ...behind.map((link) => link.successorId)])]
  // All that holds the tasks that may move, also from outside: what is brought back has to keep to it.
  const links = await linksLeadingTo(rows, accountId, concerned)
  const before = await scheduledTasks(rows, accountId, [
    ...new Set([...concerned, ...links.map((link) => link.predecessorId)]),
  ])
  const moved = replan(before, links, { tasks, predecessors })
  await moveTasks(rows, accountId, moved)
  return moved.flatMap((task) => taskDatesChanged(before.get(task.taskId), task))
}
