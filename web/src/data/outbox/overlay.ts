import type { Task } from '@taskwright/sdk'
import { shown, type TaskMembers } from '../task-members.ts'
import { type TrueIds, type Waiting, withTrueIds } from './change.ts'

type Row = { id: string }
type Input = Readonly<Record<string, unknown>>

/** What was read, and by what. */
export interface Read {
  operationId: string
  input: Input
  /** It is all there is, or the end of it: what is new stands there. */
  isEnd: boolean
}

/** Rows of an answer as they are with all that waits to be sent. Done twice it is as done once. */
export function overlaid<T>(read: Read, rows: readonly T[], waiting: readonly Waiting[], ids: TrueIds): T[] {
  const over = overlays[read.operationId]
  if (!over) return [...rows]
  const changes = waiting
    // What is sent at once is shown with the server's answer: nobody is to see an id for a moment.
    .filter(({ refusal, makes, tab }) => !refusal && !(makes && tab))
    .map((change) => ({ ...change, input: withTrueIds(change.input, ids) }))
  return changes.reduce<Row[]>((all, change) => over(read, all, change), [...rows] as Row[]) as T[]
}

type Overlay = (read: Read, rows: Row[], change: Waiting) => Row[]

const tasks: Overlay = ({ operationId, input, isEnd }, rows, { operationId: act, input: change, makes, row }) => {
  if (act === 'updateTask') {
    const { taskId, ...members } = change
    return patch(rows, taskId, (task) => ({ ...task, ...shown(task as Task, members as TaskMembers), ...row }))
  }
  if (act === 'deleteTask') return rows.filter(({ id }) => id !== change.taskId)
  if (act !== 'createTask' || !makes || !row) return rows
  const above = (change.superTasks ?? []) as string[]
  const all = rows.map((task) => {
    const { subTaskIds = [] } = task as Task
    return above.includes(task.id) && !subTaskIds.includes(makes)
      ? { ...task, subTaskIds: [...subTaskIds, makes] }
      : task
  })
  const isWanted =
    operationId === 'getTasksByIds'
      ? (input.taskIds as string[]).includes(makes)
      : isEnd && above.length === 0 && input.folderId === change.folderId && !isPartial(input)
  return isWanted ? withRow(all, { ...row, id: makes }) : all
}

/** Asked for what has changed, or for a few: not the list that a new task is shown in. */
const isPartial = ({ updatedDate, limit, title }: Input): boolean => Boolean(updatedDate ?? limit ?? title)

const comments: Overlay = ({ input }, rows, { operationId: act, input: change, makes, row }) => {
  if (act === 'updateComment') return patch(rows, change.commentId, (one) => ({ ...one, text: change.text }))
  if (act === 'deleteComment') return rows.filter(({ id }) => id !== change.commentId)
  if (act !== 'createComment' || !makes || !row || change.taskId !== input.taskId) return rows
  // The newest is first.
  return rows.some(({ id }) => id === makes) ? rows : [{ ...row, id: makes }, ...rows]
}

const timelogs: Overlay = ({ input }, rows, { operationId: act, input: change, makes, row }) => {
  const { timelogId, ...members } = change
  if (act === 'updateTimelog') return patch(rows, timelogId, (one) => ({ ...one, ...members }))
  if (act === 'deleteTimelog') return rows.filter(({ id }) => id !== timelogId)
  if (act !== 'createTimelog' || !makes || !row || change.taskId !== input.taskId) return rows
  return withRow(rows, { ...row, id: makes })
}

const overlays: Record<string, Overlay> = {
  queryTasks: tasks,
  getTasksByIds: tasks,
  queryCommentsIn: comments,
  queryTimelogs: timelogs,
}

const patch = (rows: Row[], id: unknown, change: (row: Row) => Row): Row[] =>
  rows.some((row) => row.id === id) ? rows.map((row) => (row.id === id ? change(row) : row)) : rows

const withRow = (rows: Row[], row: Row): Row[] => (rows.some(({ id }) => id === row.id) ? rows : [...rows, row])
