import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import { hasMoney, lockMoney, recompute, tasksBelow, tasksOfSubject } from './queries.ts'

/** Changes of a task after which it may cost or bring something else, or count in other projects. */
const ofTask = new Set([
  'TaskCreated',
  'TaskDeleted',
  'TaskRestored',
  'TaskParentsAdded',
  'TaskParentsRemoved',
  'TaskSuperTasksAdded',
  'TaskSuperTasksRemoved',
  'TaskResponsiblesAdded',
  'TaskResponsiblesRemoved',
  'TaskResponsiblePlaceholdersAdded',
  'TaskResponsiblePlaceholdersRemoved',
  'TaskEffortChanged',
  'TaskBillingTypeChanged',
  'TaskDatesChanged',
])
/** The same of a folder, with all below it. */
const ofFolder = new Set([
  'ProjectCreated',
  'ProjectDeleted',
  'FolderDeleted',
  'FolderRestored',
  'FolderParentsChanged',
  'FolderConverted',
  'ProjectBudgetChanged',
])

/**
 * Keeps what tasks and projects cost and bring in step with a change, in its own transaction: by what its events tell.
 */
export async function followMoney(inside: Caller, events: readonly EventRecord[]): Promise<void> {
  const tasks = new Set<number>()
  const folders = new Set<number>()
  const rates: { type: string; id: number; folderId: number | undefined }[] = []
  for (const event of events) {
    const told = { ...event.before, ...event.after }
    if (event.entityType === 'timelog') tasks.add(told.taskId as number)
    else if (event.entityType === 'task' && ofTask.has(event.type)) {
      tasks.add(event.entityId)
      if (event.type === 'TaskParentsRemoved') for (const folder of numbers(told.removed)) folders.add(folder)
    } else if (event.entityType === 'folder' && ofFolder.has(event.type)) {
      folders.add(event.entityId)
      for (const parent of numbers(told.removed)) folders.add(parent)
    } else if (event.type === 'HourlyRatesChanged') {
      const folderId = told.folderId as number | undefined
      rates.push({ type: told.subjectType as string, id: event.entityId, folderId })
    }
  }
  if (tasks.size + folders.size + rates.length === 0 || !(await hasMoney(inside))) {
    if (!events.some(({ after }) => after?.budget !== undefined && after.budget !== null)) return
  }
  await lockMoney(inside)
  const moved = events.filter((event) => event.entityType === 'folder' && ofFolder.has(event.type))
  const below = await tasksBelow(
    inside,
    moved.map((event) => event.entityId),
  )
  for (const task of below) tasks.add(task)
  for (const rate of rates) {
    if (rate.folderId !== undefined) for (const task of await tasksBelow(inside, [rate.folderId])) tasks.add(task)
    else for (const task of await tasksOfSubject(inside, rate)) tasks.add(task)
  }
  await recompute(inside, { taskIds: [...tasks], folderIds: [...folders] })
}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
