import { createTask, type Task } from '@taskwright/sdk'
import { useState } from 'react'
import { tell } from '../../../data/notices.ts'
import { send } from '../../../data/outbox/send.ts'
import { shown } from '../../../data/tasks.ts'
import { type TaskChange, undoOf } from '../../../data/view-bulk.ts'
import { plural, words } from '../../../language/words.ts'
import type { Edit } from '../bulk/use-edit.ts'
import { type CellChange, changesOf, type NewRow, type WrongCell } from './cells.ts'

const t = words('cells', {
  changed: ({ count }: { count: number }) =>
    plural(count, { one: '# cell is changed.', other: '# cells are changed.' }),
  made: ({ count }: { count: number }) => plural(count, { one: '# task is made.', other: '# tasks are made.' }),
  stay: ({ count }: { count: number }) =>
    plural(count, { one: '# cell stays as it was:', other: '# cells stay as they were:' }),
  one: ({ row, field, why }: { row: string; field: string; why: string }) => `“${row}”, ${field}: ${why}`,
  more: ({ count }: { count: number }) => plural(count, { one: 'And # other.', other: 'And # others.' }),
})

/** Reasons by the keys of columns, by tasks. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, string>>

interface Work {
  cells?: readonly CellChange[]
  made?: readonly NewRow[]
  wrong?: readonly WrongCell[]
}

interface Cells {
  /** Changes cells and makes tasks as one step; what can't be is marked with the reason, and told. */
  apply: (work: Work) => Promise<void>
  /** Cells that were not changed the last time. */
  marks: Marks
}

/** A few are named in a notice. */
const mostNamed = 3

/** How several cells of a table are changed at once. */
export function useCells(edit: Edit, folderId: string | undefined, reread: () => void): Cells {
  const [marks, setMarks] = useState<Marks>(new Map())

  async function apply({ cells = [], made = [], wrong: unread = [] }: Work): Promise<void> {
    setMarks(marksOf(unread))
    const { changed, refused, count } = await change(cells)
    const { tasks, failed } = await make(made)
    const wrong = [...unread, ...refused, ...failed]
    if (refused.length > 0) setMarks(marksOf(wrong))
    if (count + tasks.length > 0)
      edit.record(
        {
          undo: [...undoOf(changed), ...tasks.map((task) => ({ task, members: 'delete' as const }))],
          redo: [...changed, ...tasks.map((task) => ({ task, members: { restore: true } }))],
        },
        toldOf(count, tasks.length),
      )
    if (wrong.length > 0) tell(wrongText(wrong), { isFault: true })
  }

  /** A task is changed as a whole; where it is refused, each of its cells by itself tells which is wrong. */
  async function change(cells: readonly CellChange[]) {
    const real = cells.filter(({ task, field, value }) => field.change && field.read(task) !== value)
    const all = changesOf(real)
    if (all.length === 0) return { changed: [], refused: [], count: 0 }
    const outcome = await edit.run(all)
    const changed = [...outcome.changed]
    const refused: WrongCell[] = []
    for (const { change: whole, error } of outcome.refused) {
      const own = real.filter(({ task }) => task.id === whole.task.id)
      if (own.length === 1) refused.push(...own.map((cell) => wrongOf(cell, error)))
      else changed.push(...(await oneByOne(own, refused)))
    }
    return { changed, refused, count: real.length - refused.length }
  }

  async function oneByOne(cells: readonly CellChange[], refused: WrongCell[]): Promise<TaskChange[]> {
    const [first] = cells
    let now = first?.task as Task
    const kept: CellChange[] = []
    for (const cell of cells) {
      const [single] = changesOf([{ ...cell, task: now }])
      if (!single || single.members === 'delete') continue
      const outcome = await edit.run([single])
      for (const { error } of outcome.refused) refused.push(wrongOf(cell, error))
      if (outcome.changed.length === 0) continue
      now = { ...now, ...shown(now, single.members) }
      kept.push(cell)
    }
    return changesOf(kept)
  }

  /** One after another, so that they stand in the order of their rows. */
  async function make(rows: readonly NewRow[]): Promise<{ tasks: Task[]; failed: WrongCell[] }> {
    const tasks: Task[] = []
    const failed: WrongCell[] = []
    if (!folderId) return { tasks, failed }
    for (const { title, members, field } of rows) {
      const after = tasks.at(-1)
      try {
        const input = { ...members, ...(after && members.priorityAfter && { priorityAfter: after.id }) }
        tasks.push(...(await send(createTask, { folderId, title, ...input })))
      } catch (error) {
        failed.push({ row: title, field, why: (error as Error).message })
      }
    }
    if (tasks.length > 0) reread()
    return { tasks, failed }
  }

  return { apply: (work) => edit.during(apply(work)), marks }
}

const hasKeys = matchMedia('(pointer: fine)')

/** What is said of a step. One cell is seen to be changed; only where there is no Ctrl Z it is told, for the way back. */
function toldOf(cells: number, tasks: number): string | undefined {
  if (cells + tasks === 1 && hasKeys.matches) return undefined
  return [cells > 0 && t.changed({ count: cells }), tasks > 0 && t.made({ count: tasks })].filter(Boolean).join(' ')
}

const wrongOf = ({ task, field }: CellChange, { message }: Error): WrongCell => ({
  task,
  row: task.title,
  field,
  why: message,
})

function marksOf(wrong: readonly WrongCell[]): Marks {
  const marks = new Map<string, Map<string, string>>()
  for (const { task, field, why } of wrong) {
    if (!task) continue
    const own = marks.get(task.id) ?? new Map<string, string>()
    marks.set(task.id, own.set(field.key, why))
  }
  return marks
}

function wrongText(wrong: readonly WrongCell[]): string {
  const named = wrong.slice(0, mostNamed).map(({ row, field, why }) => t.one({ row, field: field.title, why }))
  const rest = wrong.length - named.length
  return [t.stay({ count: wrong.length }), ...named, ...(rest > 0 ? [t.more({ count: rest })] : [])].join(' ')
}
