import { type CreateTaskInput, getFoldersByIds, type Task, type ViewGrouping } from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from '../../../data/api.ts'
import { inverse, type TaskMembers, useTaskChange } from '../../../data/tasks.ts'
import type { View } from '../../../data/use-view.ts'
import type { TaskField } from '../../../data/view.ts'
import { valuesBy } from '../../../data/view-groups.ts'
import { type TasksOfView, useTasksOfView } from '../../../data/view-tasks.ts'
import { words } from '../../../language/words.ts'
import { type CellPlace, type Cells, cellKey, cellsOf, type Placing, placingAt } from './cells.ts'
import { type Column, columnsOf, moveBetween, newIn } from './columns.ts'

const t = words('board-moves', {
  moved: ({ title, to, at, count }: { title: string; to: string; at: number; count: number }) =>
    `“${title}” is in ${to} now, ${at} of ${count}`,
  movedTo: ({ title, to }: { title: string; to: string }) => `“${title}” is in ${to} now`,
  inLane: ({ column, lane }: { column: string; lane: string }) => `${column}, ${lane}`,
})

/** What a board shows and does. */
export interface Board {
  tasks: TasksOfView
  columns: readonly Column[]
  /** One without a title where there are no lanes. */
  lanes: readonly Column[]
  hasLanes: boolean
  cells: Cells
  /** People put the cards in order; else the view's order holds. */
  isByHand: boolean
  canMove: (task: Task, from: CellPlace, to: CellPlace) => boolean
  /** Moves a card to a place of a cell; without an index it stays in the order that it has. */
  move: (task: Task, from: CellPlace, to: CellPlace, index?: number) => void
  /** What a task needs to be made there; undefined where none can be. */
  membersOf: (place: CellPlace) => Omit<CreateTaskInput, 'folderId' | 'title'> | undefined
  error: Error | null
}

const fields: readonly TaskField[] = ['responsibleIds', 'subTaskIds', 'attachmentCount']
const noLane: Column = { value: '', title: '' }
const byStatus: ViewGrouping = { field: 'Status' }

/** The cards of a view in columns and lanes. */
export function useBoard(view: View): Board {
  const { facts, settings, place } = view
  const tasks = useTasksOfView(view, { fields, isWhole: true })
  const [across = byStatus, lane] = settings.groupBy
  const folder = useRead(
    getFoldersByIds,
    { folderIds: place === 'all' ? [] : [place.id] },
    { enabled: place !== 'all' },
  ).data?.[0]
  const workflowId = folder?.workflowId
  const { rows } = tasks
  const columns = useMemo(() => columnsOf(across, rows, facts, workflowId), [across, rows, facts, workflowId])
  const lanes = useMemo(
    () => (lane ? columnsOf(lane, rows, facts, workflowId) : [noLane]),
    [lane, rows, facts, workflowId],
  )
  const { may } = view
  const isByHand = settings.sortBy.length === 0 || settings.sortBy[0]?.field === 'Manual'
  const cells = useMemo(
    () => cellsOf(rows, valuesBy(across, facts), lane ? valuesBy(lane, facts) : () => [''], isByHand),
    [rows, across, lane, facts, isByHand],
  )
  const change = useTaskChange()

  const changesOf = (task: Task, from: CellPlace, to: CellPlace): TaskMembers | undefined => {
    const one = moveBetween(across, facts, task, from.column, to.column)
    const other = lane ? moveBetween(lane, facts, task, from.lane, to.lane) : {}
    return one && other && joined(one, other)
  }
  return {
    tasks,
    columns,
    lanes,
    hasLanes: lane !== undefined,
    cells,
    isByHand: isByHand && may.edit,
    error: change.error,
    canMove: (task, from, to) => may.edit && changesOf(task, from, to) !== undefined,
    membersOf(place) {
      const one = newIn(across, facts, place.column)
      const other = lane ? newIn(lane, facts, place.lane) : {}
      return one && other && { ...one, ...other }
    },
    move(task, from, to, index) {
      const cell = cells.get(cellKey(to)) ?? []
      const before = cells.get(cellKey(from)) ?? []
      const at = before.findIndex(({ id }) => id === task.id)
      const isSameCell = cellKey(from) === cellKey(to)
      if (isSameCell && (index === undefined || index === at)) return
      const members = changesOf(task, from, to)
      const placing: Placing = index === undefined || !isByHand ? {} : placingAt(cell, task.id, index)
      if (!members || Object.keys({ ...members, ...placing }).length === 0) return
      const facing = titleOf(columns, lanes, to)
      const count = cell.filter(({ id }) => id !== task.id).length + 1
      const { title } = task
      const told =
        index === undefined || !isByHand
          ? t.movedTo({ title, to: facing })
          : t.moved({ title, to: facing, at: index + 1, count })
      const placedBack = 'priorityAfter' in placing || 'priorityBefore' in placing ? placingAt(before, task.id, at) : {}
      change.set(task, { ...members, ...placing }, told, { ...inverse(task, members), ...placedBack })
    },
  }
}

const titleOf = (columns: readonly Column[], lanes: readonly Column[], place: CellPlace): string => {
  const column = columns.find(({ value }) => value === place.column)?.title ?? ''
  const lane = lanes.find(({ value }) => value === place.lane)?.title
  return lane ? t.inLane({ column, lane }) : column
}

/** Two changes as one; people and fields of both count. */
function joined(one: TaskMembers, other: TaskMembers): TaskMembers {
  const together = { ...one, ...other }
  for (const name of ['addResponsibles', 'removeResponsibles'] as const)
    if (one[name] && other[name]) together[name] = [...one[name], ...other[name]]
  if (one.customFields && other.customFields) together.customFields = [...one.customFields, ...other.customFields]
  return together
}
