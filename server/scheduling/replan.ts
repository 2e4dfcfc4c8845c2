import { dayOf } from './days.ts'
import { inOrder, type Link, linksInto } from './links.ts'
import { pushedBy, type ScheduledTask } from './reschedule.ts'
import { tooLate } from './task-dates.ts'
import { durationBetween, finishOf } from './working-time.ts'

/** What a change of working days touches. */
export interface Touched {
  /** Tasks whose own working days have changed between their start and their due date. */
  tasks: ReadonlySet<number>
  /** Tasks whose links to successors have to be looked at again: working days between the two have changed. */
  predecessors: Iterable<number>
}

/**
 * Fits tasks to new working days: what is touched keeps its start and its duration and gets another due date. Successors
 * move out of the way, and remember where people had put them; those that do are brought back first, so that undoing a
 * change undoes what it moved.
 *
 * @param links all that lead to a task behind a touched one, as far as its predecessors are known
 * @returns the tasks that changed
 */
export function replan(
  tasks: ReadonlyMap<number, ScheduledTask>,
  links: readonly Link[],
  touched: Touched,
): ScheduledTask[] {
  const now = new Map(tasks)
  const moved = new Set<number>()
  const looked = new Set(touched.predecessors)
  const into = linksInto(links)
  for (const taskId of inOrder(links, [...touched.tasks, ...looked])) {
    const before = tasks.get(taskId)
    if (!before) continue
    const fitted = touched.tasks.has(taskId) || before.wantedAt !== null ? fitToDays(broughtBack(before)) : before
    const demanding = (into.get(taskId) ?? []).filter(
      ({ predecessorId }) => before.wantedAt !== null || moved.has(predecessorId) || looked.has(predecessorId),
    )
    const pushed = pushedBy(fitted, demanding, now)
    const after = { ...pushed, wantedAt: pushed === fitted ? null : (before.wantedAt ?? anchorOf(before)) }
    if (isSame(before, after)) continue
    now.set(taskId, after)
    moved.add(taskId)
  }
  return [...moved].map((taskId) => now.get(taskId) as ScheduledTask)
}

/** What a task is held at: its start, or a milestone's due date. */
const anchorOf = (task: ScheduledTask): string | null => task.startAt ?? task.dueAt

/** The task where people had put it. */
function broughtBack(task: ScheduledTask): ScheduledTask {
  if (task.wantedAt === null) return task
  if (task.startAt === null) return { ...task, dueAt: task.wantedAt }
  const dueAt = finishOf(task.wantedAt, task.durationMinutes ?? 0, task.calendar)
  return { ...task, startAt: task.wantedAt, dueAt }
}

/**
 * The task with the due date that its start and its duration make in its working days, which is a work day. A task without duration, and one
 * that would be done after 2099, keeps its dates and gets another duration.
 */
export function fitToDays(task: ScheduledTask): ScheduledTask {
  const { startAt, dueAt, durationMinutes, calendar } = task
  if (startAt === null || dueAt === null) return task
  const minutes = Math.round(durationBetween(startAt, dueAt, calendar))
  if (minutes === durationMinutes && calendar.worksOn(dayOf(dueAt))) return task
  const finish = durationMinutes ? finishOf(startAt, durationMinutes, calendar) : tooLate
  return finish < tooLate ? { ...task, dueAt: finish } : { ...task, durationMinutes: minutes }
}

const isSame = (one: ScheduledTask, other: ScheduledTask): boolean =>
  one.startAt === other.startAt &&
  one.dueAt === other.dueAt &&
  one.durationMinutes === other.durationMinutes &&
  one.wantedAt === other.wantedAt
