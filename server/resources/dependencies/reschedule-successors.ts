import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { reschedule, type ScheduledTask } from '#scheduling/reschedule.ts'
import { linksBehind, moveTasks, scheduledTasks } from './queries.ts'

/**
 * Moves the successors of tasks whose dates have changed, or whose links have, out of the way; call it in the transaction
 * of that change. What the changed tasks follow does not move them, not even one of the others: their dates are what
 * somebody wanted.
 *
 * @returns an event `TaskDatesChanged` for each task that moved.
 */
export async function rescheduleSuccessors(
  rows: Rows,
  caller: Caller,
  changedTaskIds: readonly number[],
): Promise<EventRecord[]> {
  const links = await linksBehind(rows, caller.accountId, changedTaskIds)
  if (links.length === 0) return []
  const concerned = [...new Set([...changedTaskIds, ...links.map((link) => link.successorId)])]
  const before = await scheduledTasks(rows, caller.accountId, concerned)
  const wanted = new Set(changedTaskIds)
  const demands = links.filter((link) => !wanted.has(link.successorId))
  const moved = reschedule(before, demands, changedTaskIds)
  await moveTasks(rows, caller.accountId, moved)
  return moved.flatMap((task) => taskDatesChanged(before.get(task.taskId), task))
}

/** A task's event of new dates; none if they are the same. */
export function taskDatesChanged(before: ScheduledTask | undefined, after: ScheduledTask): EventRecord[] {
  const [was, is] = [before && said(before), said(after)]
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  const event = { type: 'TaskDatesChanged', entityType: 'task', entityId: after.taskId, after: is } as const
  return [was ? { ...event, before: was } : event]
}

const said = (task: ScheduledTask) => ({
  start_at: task.startAt,
  due_at: task.dueAt,
  duration_minutes: task.durationMinutes,
})
