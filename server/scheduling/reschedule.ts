import type { RelationType } from './relation-rules.ts'
import type { DateType } from './task-dates.ts'
import { finishOf, firstMomentOfNext, latestSuchMoment, startOf, workedBy } from './working-time.ts'

/** A task with the dates it has. */
export interface ScheduledTask {
  taskId: number
  dateType: DateType
  startAt: string | null
  dueAt: string | null
  durationMinutes: number | null
  workOnWeekends: boolean
}

export interface Link {
  predecessorId: number
  successorId: number
  relationType: RelationType
  /** Working minutes; below zero the successor may overlap. */
  lagMinutes: number
}

/**
 * Moves successors of changed tasks out of the way: forward only, as far as their links demand, keeping their duration
 * in their own working time; and their successors in turn. Links form no cycle.
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
  for (const taskId of inOrder(links, changed)) {
    const task = now.get(taskId)
    if (!task) continue
    for (const link of links) {
      if (link.successorId !== taskId) continue
      const predecessor = now.get(link.predecessorId)
      const pushed = predecessor && push(now.get(taskId) as ScheduledTask, predecessor, link)
      if (!pushed) continue
      now.set(taskId, pushed)
      moved.add(taskId)
    }
  }
  return [...moved].map((taskId) => now.get(taskId) as ScheduledTask)
}

/** The successor with new dates, if the link demands them. */
function push(task: ScheduledTask, predecessor: ScheduledTask, link: Link): ScheduledTask | undefined {
  const [from, to] = ends(link.relationType)
  const held = from === 'start' ? predecessor.startAt : predecessor.dueAt
  const own = to === 'start' ? task.startAt : task.dueAt
  if (held === null || own === null) return undefined
  const earliest = workedBy(held, task) + link.lagMinutes * 60
  if (workedBy(own, task) >= earliest) return undefined
  if (to === 'start') {
    const startAt = firstMomentOfNext(earliest, task)
    return { ...task, startAt, dueAt: finishOf(startAt, task.durationMinutes ?? 0, task) }
  }
  const dueAt = latestSuchMoment(earliest, task)
  return { ...task, dueAt, startAt: task.startAt === null ? null : startOf(dueAt, task.durationMinutes ?? 0, task) }
}

function ends(relation: RelationType): ['start' | 'due', 'start' | 'due'] {
  return [relation.startsWith('Start') ? 'start' : 'due', relation.endsWith('ToStart') ? 'start' : 'due']
}

/** Tasks after the changed ones, each behind all its predecessors among them. */
function inOrder(links: readonly Link[], changed: readonly number[]): number[] {
  const after = new Map<number, number[]>()
  for (const { predecessorId, successorId } of links)
    after.set(predecessorId, [...(after.get(predecessorId) ?? []), successorId])
  const order: number[] = []
  const seen = new Set<number>()
  // Without recursion: a chain may be as long as a project.
  const stack: { id: number; next: number }[] = []
  const enter = (id: number) => {
    if (seen.has(id)) return
    seen.add(id)
    stack.push({ id, next: 0 })
  }
  for (const start of changed) {
    enter(start)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = after.get(top.id)?.[top.next++]
      if (next !== undefined) enter(next)
      else order.push((stack.pop() as { id: number }).id)
    }
  }
  return order.reverse()
}

/** Whether a link from predecessor to successor would close a circle. */
export function wouldCycle(
  links: readonly Pick<Link, 'predecessorId' | 'successorId'>[],
  predecessorId: number,
  successorId: number,
): boolean {
  const seen = new Set<number>()
  const ahead = [successorId]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === predecessorId) return true
    if (seen.has(id)) continue
    seen.add(id)
    ahead.push(...links.filter((link) => link.predecessorId === id).map((link) => link.successorId))
  }
  return false
}
