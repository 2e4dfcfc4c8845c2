import type { Task } from '@taskwright/sdk'

/** Where a column and a lane cross; without lanes the lane is empty text. */
export interface CellPlace {
  column: string
  lane: string
}

export const cellKey = ({ column, lane }: CellPlace): string => JSON.stringify([lane, column])

/** Cards by the key of their cell. */
export type Cells = ReadonlyMap<string, readonly Task[]>

/**
 * Puts tasks into cells; a task with several values is in several of them.
 *
 * @param isByHand whether people put cards in order; else they stay in the order of the tasks
 */
export function cellsOf(
  tasks: readonly Task[],
  columnsOfTask: (task: Task) => readonly string[],
  lanesOfTask: (task: Task) => readonly string[],
  isByHand: boolean,
): Cells {
  const cells = new Map<string, Task[]>()
  const ordered = isByHand ? [...tasks].sort(byPriority) : tasks
  for (const task of ordered)
    for (const column of columnsOfTask(task))
      for (const lane of lanesOfTask(task)) {
        const key = cellKey({ column, lane })
        const cell = cells.get(key)
        if (cell) cell.push(task)
        else cells.set(key, [task])
      }
  return cells
}

/** Keys of the server, which sort as bytes do. */
const byPriority = (one: Task, other: Task): number =>
  one.priority < other.priority ? -1 : Number(one.priority > other.priority)

/** Where a card is put among others, as updateTask says it; nothing where it is alone. */
export type Placing = { priorityAfter: string } | { priorityBefore: string } | Record<string, never>

/**
 * The place of a card that is to stand before the card at an index of a cell, itself left out of the counting; at the length of the
 * cell it stands last.
 */
export function placingAt(cell: readonly Pick<Task, 'id'>[], taskId: string, index: number): Placing {
  const others = cell.filter(({ id }) => id !== taskId)
  const [before, after] = [others[index - 1], others[index]]
  if (before) return { priorityAfter: before.id }
  return after ? { priorityBefore: after.id } : {}
}

/** The index of a drop above or below a card, the dragged one left out of the counting. */
export function droppedAt(
  cell: readonly Pick<Task, 'id'>[],
  taskId: string,
  over: { taskId: string; edge: 'top' | 'bottom' } | undefined,
): number {
  const others = cell.filter(({ id }) => id !== taskId)
  if (!over) return others.length
  if (over.taskId === taskId) return cell.findIndex(({ id }) => id === taskId)
  const at = others.findIndex(({ id }) => id === over.taskId)
  return at === -1 ? others.length : over.edge === 'top' ? at : at + 1
}
