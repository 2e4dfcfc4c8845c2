import type { Task } from '@taskwright/sdk'
import { plural, words } from '../../../language/words.ts'
import type { Field } from '../../../parts/fields/fields.ts'
import { readValue } from '../../../parts/fields/read-value.ts'
import { type CellChange, type NewRow, newRowOf, type WrongCell } from './cells.ts'
import type { Block } from './tsv.ts'

const t = words('paste', {
  shown: 'It is only shown here.',
  untitled: 'A new task needs a title.',
  noRow: ({ count }: { count: number }) =>
    plural(count, { one: 'There is no place for # more row.', other: 'There is no place for # more rows.' }),
  noColumn: ({ count }: { count: number }) =>
    plural(count, { one: 'There is no place for # more column.', other: 'There is no place for # more columns.' }),
  many: ({ count }: { count: string }) => `At most ${count} tasks are made at once.`,
})

/** More rows than this behind the last one are no tasks that somebody means to make by hand. */
const mostNew = 500

/** What a paste does: cells that change, tasks that are made, and what can't be. */
export interface Plan {
  cells: CellChange[]
  made: NewRow[]
  wrong: WrongCell[]
}

interface Target {
  /** The tasks of the rows from the first selected one on; rows without one, as heads of groups, are left out. */
  tasks: readonly Task[]
  /** How many of them are selected. */
  selected: number
  /** The columns from the first selected one on, and how many of them are selected. */
  fields: readonly Field[]
  selectedFields: number
  /** A task without values, where rows behind the last make tasks. */
  base: Task | undefined
}

/**
 * Reads rows of texts into cells. They go over as many cells as they have; where a multiple of that is selected, they fill it. What
 * can't be read stays as it was, with the reason.
 */
export function planPaste(block: Block, { tasks, selected, fields, selectedFields, base }: Target): Plan {
  const plan: Plan = { cells: [], made: [], wrong: [] }
  const [high, wide] = [block.length, Math.max(...block.map((row) => row.length))]
  const rows = selected > high && selected % high === 0 ? selected : high
  const columns = Math.min(selectedFields > wide && selectedFields % wide === 0 ? selectedFields : wide, fields.length)
  for (let at = 0; at < rows; at++) {
    const texts = block[at % high] ?? []
    const cells = fields.slice(0, columns).flatMap((field, column) => {
      const text = texts[column % wide]
      return text === undefined ? [] : [{ field, text }]
    })
    const task = tasks[at]
    if (task) pasteInto(task, cells, plan)
    else if (base) pasteNew(base, cells, plan, at)
    else {
      lost(plan, texts, fields[0], t.noRow({ count: rows - at }))
      break
    }
  }
  if (wide > fields.length) lost(plan, block[0], fields.at(-1), t.noColumn({ count: wide - fields.length }))
  return plan
}

/** Tells of what has no cell to go to, by what stands first in it. */
function lost(plan: Plan, [row = '']: readonly string[] = [], field: Field | undefined, why: string): void {
  if (field) plan.wrong.push({ row, field, why })
}

type Texts = readonly { field: Field; text: string }[]

function pasteInto(task: Task, texts: Texts, plan: Plan): void {
  for (const { field, text } of texts) {
    const read = readCell(field, text, task)
    if ('wrong' in read) plan.wrong.push({ task, row: task.title, field, why: read.wrong })
    else plan.cells.push({ task, field, value: read.value })
  }
}

function pasteNew(base: Task, texts: Texts, plan: Plan, at: number): void {
  const row = texts.find(({ field }) => field.key === 'Title')?.text ?? ''
  const values: { field: Field; value: string }[] = []
  for (const { field, text } of texts) {
    if (text === '') continue
    const read = readCell(field, text, base)
    if ('wrong' in read) plan.wrong.push({ row: row || String(at + 1), field, why: read.wrong })
    else values.push({ field, value: read.value })
  }
  const [first] = texts
  if (!first || values.length === 0) return
  const made = newRowOf(base, first.field, values)
  if (made.title === '') {
    plan.wrong.push({ row: String(at + 1), field: first.field, why: t.untitled })
  } else if (plan.made.length < mostNew) plan.made.push(made)
  else plan.wrong.push({ row, field: first.field, why: t.many({ count: mostNew.toLocaleString() }) })
}

/** Lines of a text become one: a cell has no more. */
function readCell(field: Field, text: string, task: Task): ReturnType<typeof readValue> {
  if (!field.change) return { wrong: t.shown }
  const isLine = field.key === 'Title'
  return readValue(field.format, isLine ? text.replace(/\s+/g, ' ').trim() : text, task)
}
