import type { Item } from '../tracker/read-items.ts'

export type TaskStatus = 'Active' | 'Completed' | 'Deferred' | 'Cancelled'
export type ProjectStatus = 'Green' | 'Completed' | 'OnHold' | 'Cancelled'

/** Groups of statuses by the words trackers use; a word that is not here is active work. */
const groups: Record<string, TaskStatus> = { closed: 'Completed', deferred: 'Deferred', cancelled: 'Cancelled' }

/** Custom statuses that say more than their group. */
const customStatuses: Record<string, string> = {
  in_progress: 'In Progress',
  blocked: 'Blocked',
  in_review: 'In Review',
}

const projectStatuses: Record<TaskStatus, ProjectStatus> = {
  Active: 'Green',
  Completed: 'Completed',
  Deferred: 'OnHold',
  Cancelled: 'Cancelled',
}

/** The status of a task, and the name of the custom status it has in accounts that know one. */
export function taskStatus(item: Item): { status: TaskStatus; customStatus?: string } {
  const customStatus = customStatuses[item.status]
  return { status: groups[item.status] ?? 'Active', ...(customStatus ? { customStatus } : {}) }
}

export const projectStatus = (item: Item): ProjectStatus => projectStatuses[taskStatus(item).status]

/** Priorities 0 and 1 of the tracker are urgent, 3 and 4 can wait. */
export function importance(item: Item): 'High' | 'Normal' | 'Low' {
  if (item.priority < 2) return 'High'
  return item.priority === 2 ? 'Normal' : 'Low'
}
