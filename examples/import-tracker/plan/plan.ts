import { type SetAside, sortLinks } from '../tracker/links.ts'
import type { Item, Link } from '../tracker/read-items.ts'
import { asWritten } from './as-written.ts'
import { type FieldValues, fieldValues } from './fields.ts'
import { type Days, daysOf, lagBetween, workingDaysOf } from './schedule.ts'
import { standIn, standInKey } from './stand-in.ts'
import { importance, type ProjectStatus, projectStatus, type TaskStatus, taskStatus } from './status.ts'
import { describe } from './text.ts'

/** What projects and tasks have in common. `key` names the thing in its metadata, by which it is found again. */
interface Planned {
  key: string
  title: string
  description: string
  fields: FieldValues
  /** Title and labels with the blanks that the API drops, as JSON; absent if it drops none. */
  asWritten: string | undefined
}

export interface PlannedProject extends Planned {
  status: ProjectStatus
  days: Days
  /** Keys of the projects above; without any it lies directly in the space. */
  parents: string[]
}

export interface PlannedTask extends Planned {
  status: TaskStatus
  /** Name of the custom status that says more than the group, if the account has it. */
  customStatus?: string
  importance: 'High' | 'Normal' | 'Low'
  /** Absent: a backlog task. */
  days?: Days
  projects: string[]
  superTasks: string[]
}

/** Work on `successor` starts after that on `predecessor`, shifted by the lag in working minutes. */
export interface PlannedDependency {
  predecessor: string
  successor: string
  lagTime: number
}

export interface PlannedComment {
  /** Key of the project or task it is written on. */
  on: string
  /** The first line, unlike any other on the same thing. */
  heading: string
  text: string
}

export interface Plan {
  projects: PlannedProject[]
  tasks: PlannedTask[]
  dependencies: PlannedDependency[]
  comments: PlannedComment[]
  setAside: SetAside[]
}

/**
 * Says what the space shall hold, without a look at the server: epics are projects, all else are tasks. A task below an
 * epic lies in its project, below another task it is a subtask. Parents come before their children.
 *
 * Dependencies connect tasks only, so an epic that blocks or is blocked gets a task in its project that stands for it.
 */
export function makePlan(items: Item[]): Plan {
  const { byType, setAside } = sortLinks(items)
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const isEpic = (id: string) => itemOf.get(id)?.issueType === 'epic'
  const days = (id: string) => workingDaysOf(itemOf.get(id) as Item)
  const blocking = new Set(byType.blocks.flatMap((link) => [link.from, link.to]))
  const from = (links: Link[], item: Item) => links.filter((link) => link.from === item.id)
  const parentsOf = (item: Item) => from(byType['parent-child'], item).map((link) => link.to)
  const planned = (item: Item): Planned => ({
    key: item.id,
    title: item.title.trim(),
    description: describe(item),
    fields: fieldValues(item, from(byType['discovered-from'], item), from(byType.related, item)),
    asWritten: asWritten(item),
  })
  const toProject = (item: Item): PlannedProject => ({
    ...planned(item),
    status: projectStatus(item),
    days: daysOf(item),
    parents: parentsOf(item),
  })
  const toTask = (item: Item): PlannedTask => ({
    ...planned(item),
    ...taskStatus(item),
    importance: importance(item),
    // A dependency needs planned tasks at both ends.
    ...(item.closedAt || blocking.has(item.id) ? { days: workingDaysOf(item) } : {}),
    projects: parentsOf(item).filter(isEpic),
    superTasks: parentsOf(item).filter((id) => !isEpic(id)),
  })
  const toDependency = ({ from, to }: Link): PlannedDependency => ({
    predecessor: isEpic(to) ? standInKey(to) : to,
    successor: isEpic(from) ? standInKey(from) : from,
    lagTime: lagBetween(days(to), days(from)),
  })
  const ordered = parentsFirst(items, parentsOf)
  const epics = ordered.filter((item) => isEpic(item.id))
  return {
    projects: epics.map(toProject),
    tasks: [
      ...epics.filter((item) => blocking.has(item.id)).map(standIn),
      ...ordered.filter((item) => !isEpic(item.id)).map(toTask),
    ],
    dependencies: byType.blocks.map(toDependency),
    comments: items.flatMap((item) => item.comments.map((comment) => plannedComment(item, comment))),
    setAside,
  }
}

function parentsFirst(items: Item[], parentsOf: (item: Item) => string[]): Item[] {
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const ordered = new Set<Item>()
  const add = (item: Item | undefined) => {
    if (!item || ordered.has(item)) return
    for (const parent of parentsOf(item)) add(itemOf.get(parent))
    ordered.add(item)
  }
  for (const item of items) add(item)
  return [...ordered]
}

function plannedComment(item: Item, comment: Item['comments'][number]): PlannedComment {
  const heading = `${comment.author} wrote on ${comment.createdAt} (comment ${comment.id} of the tracker):`
  return { on: item.id, heading, text: `${heading}\n${comment.text}` }
}
