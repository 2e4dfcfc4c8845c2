import type { Item } from '../tracker/read-items.ts'
import type { PlannedTask } from './plan.ts'
import { workingDaysOf } from './schedule.ts'
import { importance, taskStatus } from './status.ts'
import { toHtml } from './text.ts'

const ending = '/epic'

/** The key of the task that stands for an epic in dependencies. */
export const standInKey = (epicId: string) => `${epicId}${ending}`

/** The item that a task with this key is, or stands for. */
export const itemOfKey = (key: string) => (isStandIn(key) ? key.slice(0, -ending.length) : key)

export const isStandIn = (key: string) => key.endsWith(ending)

/** The task that stands for an epic, with its days and its status. */
export function standIn(epic: Item): PlannedTask {
  return {
    key: standInKey(epic.id),
    title: `Whole epic: ${epic.title.trim()}`,
    description: toHtml(`Stands for the epic ${epic.id} in dependencies, which connect tasks only.`),
    fields: { 'Tracker ID': standInKey(epic.id) },
    asWritten: undefined,
    ...taskStatus(epic),
    importance: importance(epic),
    days: workingDaysOf(epic),
    projects: [epic.id],
    superTasks: [],
  }
}
