import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import { hasMoney, lockMoney, recomputeProjects, recomputeTasks, tasksBelow, tasksOfSubject } from './queries.ts'

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

/** Those of them after which projects may differ although no task does. */
const ofPlace = new Set([
  'TaskDeleted',
  'TaskRestored',
  'TaskParentsAdded',
  'TaskParentsRemoved',
  'TaskSuperTasksAdded',
  'TaskSuperTasksRemoved',
])
/** A project may have a budget where nothing has a rate. */
const ofBudget = new Set(['ProjectCreated', 'FolderConverted', 'ProjectBudgetChanged'])

/** What a change may have made cost or bring something else. */
interface Touched {
  tasks: Set<number>
  folders: Set<number>
  /** Folders with all below them. */
  subtrees: number[]
  rates: { type: string; id: number; folderId: number | undefined }[]
}

/** Keeps what tasks and projects cost and bring in step with a change, in its own transaction: by what its events tell. */
export async function followMoney(inside: Caller, events: readonly EventRecord[]): Promise<void> {
  const touched = read(events)
  const { tasks, folders, subtrees, rates } = touched
  if (tasks.size + folders.size + rates.length === 0) return
  const isBudget = events.some((event) => ofBudget.has(event.type))
  if (!(await hasMoney(inside))) {
    if (isBudget) await recomputeProjects(inside, { taskIds: [], folderIds: [...folders] })
    return
  }
  const isNew = folders.size + rates.length === 0 && events.every((event) => event.type === 'TaskCreated')
  // Nobody else has written to a new task: most have neither effort nor time, and wait for no one.
  if (isNew && (await recomputeTasks(inside, [...tasks])) === 0) return
  await lockMoney(inside)
  for (const task of await tasksBelow(inside, subtrees)) tasks.add(task)
  for (const rate of rates) {
    const some =
      rate.folderId === undefined ? await tasksOfSubject(inside, rate) : await tasksBelow(inside, [rate.folderId])
    for (const task of some) tasks.add(task)
  }
  const differing = await recomputeTasks(inside, [...tasks])
  if (isNew || differing > 0 || folders.size > 0 || events.some((event) => ofPlace.has(event.type)))
    await recomputeProjects(inside, { taskIds: [...tasks], folderIds: [...folders] })
}

function read(events: readonly EventRecord[]): Touched {
  const touched: Touched = { tasks: new Set(), folders: new Set(), subtrees: [], rates: [] }
  for (const event of events) {
    const told = { ...event.before, ...event.after }
    if (event.entityType === 'timelog') touched.tasks.add(told.taskId as number)
    else if (event.entityType === 'task' && ofTask.has(event.type)) {
      touched.tasks.add(event.entityId)
      if (event.type === 'TaskParentsRemoved') for (const folder of numbers(told.removed)) touched.folders.add(folder)
    } else if (event.entityType === 'folder' && ofFolder.has(event.type)) {
      touched.subtrees.push(event.entityId)
      touched.folders.add(event.entityId)
      for (const parent of numbers(told.removed)) touched.folders.add(parent)
    } else if (event.type === 'HourlyRatesChanged') {
      const folderId = told.folderId as number | undefined
      touched.rates.push({ type: told.subjectType as string, id: event.entityId, folderId })
    }
  }
  return touched
}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
