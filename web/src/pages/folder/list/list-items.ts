import type { Task } from '@taskwright/sdk'
import type { Settings } from '../../../data/view.ts'
import type { ViewFacts } from '../../../data/view-facts.ts'
import { type Group, groupTasks } from '../../../data/view-groups.ts'

/** A line of a list: the head of a group, a task, or the place for a new one. */
export type Item =
  | { type: 'group'; key: string; group: Group; level: number; isClosed: boolean; values: readonly string[] }
  | TaskItem
  | { type: 'new'; key: string; values: readonly string[]; level: number }

export interface TaskItem {
  type: 'task'
  /** A task may stand in several groups: the key is of the line. */
  key: string
  task: Task
  level: number
  /** Values of the groups that it stands in, the outer first. */
  values: readonly string[]
  /** The line of the task that it is inside of. */
  parentKey?: string
  isOpened: boolean
}

interface ListState {
  /** Tasks whose subtasks are shown, by the keys of their lines. */
  opened: ReadonlySet<string>
  subtasks: (task: Task) => readonly Task[]
  /** The group in which a task is being written, by its values. */
  writing: string | undefined
}

export const pathOf = (values: readonly string[]): string => values.join('/')

/** The lines of a list, in order: groups, within them tasks, within those their subtasks as far as they are opened. */
export function listItems(
  tasks: readonly Task[],
  { groupBy, collapsedGroups }: Settings,
  facts: ViewFacts,
  { opened, subtasks, writing }: ListState,
): Item[] {
  const items: Item[] = []
  const closed = new Set(collapsedGroups)

  const addTasks = (members: readonly Task[], values: readonly string[], level: number) => {
    const begin = pathOf(values)
    for (const task of members) addTask(task, values, level, `${begin}|${task.id}`)
  }
  const addTask = (task: Task, values: readonly string[], level: number, key: string, parentKey?: string) => {
    const isOpened = opened.has(key)
    items.push({ type: 'task', key, task, level, values, isOpened, ...(parentKey && { parentKey }) })
    if (!isOpened) return
    for (const one of subtasks(task)) {
      // A task that is inside itself by some way has no line below itself.
      if (!key.includes(one.id)) addTask(one, values, level + 1, `${key}>${one.id}`, key)
    }
  }
  const addGroups = (members: readonly Task[], depth: number, above: readonly string[]) => {
    const grouping = groupBy[depth]
    if (!grouping) return addTasks(members, above, depth)
    for (const group of groupTasks(members, grouping, facts)) {
      const values = [...above, group.value]
      const path = pathOf(values)
      const isClosed = closed.has(path)
      items.push({ type: 'group', key: `group:${path}`, group, level: depth, isClosed, values })
      if (isClosed) continue
      if (writing === path) items.push({ type: 'new', key: `new:${path}`, values, level: depth + 1 })
      addGroups(group.tasks, depth + 1, values)
    }
  }
  addGroups(tasks, 0, [])
  return items
}

/** Lines that are as they were are the same objects again, so that their rows need not be drawn anew. */
export function keptItems(items: readonly Item[], before: readonly Item[]): Item[] {
  const known = new Map(before.map((item) => [item.key, item]))
  return items.map((item) => {
    const old = known.get(item.key)
    return old && isSameLine(item, old) ? old : item
  })
}

const isSameLine = (item: Item, old: Item): boolean =>
  item.type === 'task' &&
  old.type === 'task' &&
  item.task === old.task &&
  item.level === old.level &&
  item.isOpened === old.isOpened &&
  item.parentKey === old.parentKey &&
  item.values.length === old.values.length &&
  item.values.every((value, at) => value === old.values[at])

/** The tasks of some lines, each once. */
export const tasksOf = (items: readonly Item[], keys: ReadonlySet<string>): Task[] =>
  keys.size === 0 ? [] : unique(items.flatMap((item) => (item.type === 'task' && keys.has(item.key) ? item.task : [])))

/** Each task once. */
export const unique = (tasks: readonly Task[]): Task[] => [...new Map(tasks.map((task) => [task.id, task])).values()]

/** The title of the group that has these values. */
export const groupTitle = (items: readonly Item[], values: readonly string[]): string => {
  const found = items.find((item) => item.type === 'group' && pathOf(item.values) === pathOf(values))
  return found?.type === 'group' ? found.group.title : ''
}
