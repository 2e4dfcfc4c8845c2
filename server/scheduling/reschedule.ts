import type { Calendar } from './calendar.ts'
import { inOrder, type Link, linksInto } from './links.ts'
import type { RelationType } from './relation-rules.ts'
import type { DateType } from './task-dates.ts'
import { finishOf, firstMomentOfNext, latestSuchMoment, startOf, workedBy } from './working-time.ts'

/** A task with the dates it has, and the days on which it is worked at. */
export interface ScheduledTask {
  taskId: number
  dateType: DateType
  startAt: string | null
  dueAt: string | null
  durationMinutes: number | null
  calendar: Calendar
  /** Where people had put it, if a change of working days holds it elsewhere: the start, or a milestone's due date. */
  wantedAt: string | null
}

/**
 * Moves successors of changed tasks out of the way: forward only, as far as their links demand, keeping their duration
 * in their own working time; and their successors in turn.
 *
 * @returns the tasks that moved, with their new dates.
 */
export function reschedule(
  tasks: ReadonlyMap<number, ScheduledTask>,
  links: readonly Link[],
  changed: readonly number[],
): ScheduledTask[] {
  const now = new Map(tasks)
  const moved = new Set<number>()
  const into = linksInto(links)
  for (const taskId of inOrder(links, changed)) {
    const task = now.get(taskId)
    const pushed = task && pushedBy(task, into.get(taskId) ?? [], now)
    if (!pushed || pushed === task) continue
    now.set(taskId, { ...pushed, wantedAt: null })
    moved.add(taskId)
  }
  return [...moved].map((taskId) => now.get(taskId) as ScheduledTask)
}

/** The task as far forward as these links demand; the same object if they are content. */
export function pushedBy(
  task: ScheduledTask,
  links: readonly Link[],
  tasks: ReadonlyMap<number, ScheduledTask>,
): ScheduledTask {
  return links.reduce((pushed, link) => {
    const predecessor = tasks.get(link.predecessorId)
    return (predecessor && push(pushed, predecessor, link)) || pushed
  }, task)
}

/** The successor with new dates, if the link demands them. */
function push(task: ScheduledTask, predecessor: ScheduledTask, link: Link): ScheduledTask | undefined {
  const { calendar } = task
  const [from, to] = ends(link.relationType)
  const held = from === 'start' ? predecessor.startAt : predecessor.dueAt
  const own = to === 'start' ? task.startAt : task.dueAt
  if (held === null || own === null) return undefined
  const earliest = workedBy(held, calendar) + link.lagMinutes * 60
  if (workedBy(own, calendar) >= earliest) return undefined
  if (to === 'start') {
    const startAt = firstMomentOfNext(earliest, calendar)
    return { ...task, startAt, dueAt: finishOf(startAt, task.durationMinutes ?? 0, calendar) }
  }
  const dueAt = latestSuchMoment(earliest, calendar)
  return { ...task, dueAt, startAt: task.startAt === null ? null : startOf(dueAt, task.durationMinutes ?? 0, calendar) }
}

function ends(relation: RelationType): ['start' | 'due', 'start' | 'due'] {
  return [relation.startsWith('Start') ? 'start' : 'due', relation.endsWith('ToStart') ? 'start' : 'due']
}
