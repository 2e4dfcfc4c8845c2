import type { Task } from '@taskwright/sdk'
import { earlierOf, laterOf } from '../../../data/day-numbers.ts'
import type { Place, Places } from '../../../data/folders.ts'

/** A row of the chart: a folder or project, or a task inside it. */
export interface OutlineRow {
  /** Its id; a task is in one place only. */
  id: string
  level: number
  /** Whether what is inside is shown; undefined if there is nothing. */
  isOpen?: boolean
  place?: Place
  task?: Task
  /** All dates below it, its own left out. */
  span?: Span
  /** The share that is done, from 0 to 1, by duration. */
  done: number
  /** Tasks below it, however deep. */
  count: number
  /** Where it is among its siblings, from 1, and how many they are. */
  position: number
  siblings: number
}

/** First start and last due of several tasks, as local date-times. */
export interface Span {
  start: string
  due: string
}

interface Node {
  id: string
  place?: Place
  task?: Task
  children: Node[]
  span?: Span
  minutes: number
  doneMinutes: number
  count: number
}

/** A task without a duration counts as an hour, so that it counts. */
const leastMinutes = 60

/**
 * Folders, projects, tasks and subtasks as rows in depth. A task is below the first of its parents that is shown: a task, else
 * a folder below the place; tasks of the place itself come first.
 *
 * @param root the place that is looked at, which has no row; undefined for everything
 */
export function outlineOf(tasks: readonly Task[], places: Places, root: string | undefined): OutlineRow[] {
  const nodes = new Map<string, Node>(tasks.map((task) => [task.id, nodeOf({ id: task.id, task })]))
  const top: Node[] = []
  const byPlace = new Map<string, Node[]>()
  for (const { task } of nodes.values()) {
    if (!task) continue
    const node = nodes.get(task.id) as Node
    const above = task.superTaskIds?.find((id) => nodes.has(id) && !isBelow(nodes, id, task.id))
    if (above !== undefined) (nodes.get(above) as Node).children.push(node)
    else {
      const parents = task.parentIds ?? task.superParentIds ?? []
      const parent = parents.includes(root ?? '') ? root : parents.find((id) => places.byId.has(id))
      const inside = byPlace.get(parent ?? '')
      if (parent === undefined || parent === root) top.push(node)
      else if (inside) inside.push(node)
      else byPlace.set(parent, [node])
    }
  }
  const seen = new Set<string>(root === undefined ? [] : [root])
  const below = (ids: readonly string[]): Node[] =>
    ids.flatMap((id) => {
      const place = places.byId.get(id)
      if (!place || seen.has(id)) return []
      seen.add(id)
      const inside = [...(byPlace.get(id) ?? []), ...below(place.childIds)]
      return inside.length > 0 ? [nodeOf({ id, place, children: inside })] : []
    })
  const folders = below(root === undefined ? places.roots : (places.byId.get(root)?.childIds ?? []))
  // Tasks in folders that aren't below the place by the tree as it is known now.
  const astray = [...byPlace].flatMap(([id, inside]) => (seen.has(id) ? [] : inside))
  const all = [...top, ...astray, ...folders]
  for (const node of all) sumUp(node)
  const rows: OutlineRow[] = []
  layOut(all, 1, rows)
  return rows
}

const nodeOf = (given: Pick<Node, 'id'> & Partial<Node>): Node => ({
  children: [],
  minutes: 0,
  doneMinutes: 0,
  count: 0,
  ...given,
})

/** Whether a task lies below another, by the parents that the rows are laid out by; then it can't hold it. */
function isBelow(nodes: ReadonlyMap<string, Node>, id: string, above: string): boolean {
  const seen = new Set<string>()
  const ahead = [id]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === above) return true
    if (seen.has(next)) continue
    seen.add(next)
    ahead.push(...(nodes.get(next)?.task?.superTaskIds ?? []))
  }
  return false
}

function sumUp(node: Node): void {
  for (const child of node.children) {
    sumUp(child)
    node.count += child.count + (child.task ? 1 : 0)
    const own = child.task && spanOf(child.task)
    for (const span of [own, child.span]) if (span) node.span = node.span ? joined(node.span, span) : span
    node.minutes += child.minutes
    node.doneMinutes += child.doneMinutes
  }
  if (!node.task || node.children.length > 0) return
  node.minutes = Math.max(node.task.dates.duration ?? 0, leastMinutes)
  node.doneMinutes = node.task.status === 'Completed' ? node.minutes : 0
}

function spanOf({ dates: { start, due } }: Task): Span | undefined {
  return due ? { start: start ?? due, due } : undefined
}

const joined = (one: Span, other: Span): Span => ({
  start: earlierOf(one.start, other.start),
  due: laterOf(one.due, other.due),
})

function layOut(nodes: readonly Node[], level: number, rows: OutlineRow[]): void {
  nodes.forEach(({ id, place, task, children, span, minutes, doneMinutes, count }, at) => {
    const isDone = task?.status === 'Completed'
    rows.push({
      id,
      level,
      ...(children.length > 0 && { isOpen: true }),
      ...(place && { place }),
      ...(task && { task }),
      ...(span && { span }),
      done: isDone ? 1 : minutes === 0 ? 0 : doneMinutes / minutes,
      count,
      position: at + 1,
      siblings: nodes.length,
    })
    layOut(children, level + 1, rows)
  })
}

/** The rows that are seen when some are closed. */
export function openRows(rows: readonly OutlineRow[], collapsed: ReadonlySet<string>): OutlineRow[] {
  const seen: OutlineRow[] = []
  let closedAt = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (row.level > closedAt) continue
    const isClosed = row.isOpen !== undefined && collapsed.has(row.id)
    closedAt = isClosed ? row.level : Number.POSITIVE_INFINITY
    seen.push(isClosed ? { ...row, isOpen: false } : row)
  }
  return seen
}

/** The tasks of a row and of all below it. */
export function tasksBelow(rows: readonly OutlineRow[], id: string): Task[] {
  const at = rows.findIndex((row) => row.id === id)
  const level = rows[at]?.level ?? 0
  let end = at + 1
  while (end < rows.length && (rows[end] as OutlineRow).level > level) end++
  return rows.slice(Math.max(at, 0), end).flatMap(({ task }) => task ?? [])
}
