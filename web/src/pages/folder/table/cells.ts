import type { CreateTaskInput, Task } from '@taskwright/sdk'
import { shown, type TaskMembers } from '../../../data/task-members.ts'
import type { TaskChange } from '../../../data/view-bulk.ts'
import type { Field } from '../../../parts/fields/fields.ts'

/** A cell that gets another value. */
export interface CellChange {
  task: Task
  field: Field
  value: string
}

type Value = Pick<CellChange, 'field' | 'value'>

/** A task that is made of a row, by the values of its cells. */
export interface NewRow {
  title: string
  members: Partial<CreateTaskInput>
  /** The cell that it begins with. */
  field: Field
}

/** A cell that stays as it was, and why. */
export interface WrongCell {
  /** Missing where the task is not there yet. */
  task?: Task
  row: string
  field: Field
  why: string
}

/** The changes of tasks that changes of their cells are: one for each task, none for cells that have the value already. */
export function changesOf(cells: readonly CellChange[]): TaskChange[] {
  const byTask = new Map<string, { task: Task; now: Task; members: TaskMembers }>()
  for (const { task, field, value } of cells) {
    const known = byTask.get(task.id) ?? { task, now: task, members: {} }
    if (field.read(known.now) === value || !field.change) continue
    const members = field.change(known.now, value)
    if (Object.keys(members).length === 0) continue
    const now = { ...known.now, ...shown(known.now, members) }
    byTask.set(task.id, { task, now, members: together(known.members, members) })
  }
  return [...byTask.values()].map(({ task, members }) => ({ task, members }))
}

/** Both of two changes; of one member the later. */
export function together(one: TaskMembers, other: TaskMembers): TaskMembers {
  const { customFields: before = [], ...rest } = one
  const { customFields: after = [], ...more } = other
  const fields = [...before.filter(({ id }) => !after.some((field) => field.id === id)), ...after]
  return { ...rest, ...more, ...(fields.length > 0 && { customFields: fields }) }
}

/** What a new task is given so that its cells have some values. `base` is a task without any, of the same workflow. */
export function newRowOf(base: Task, field: Field, values: readonly Value[]): NewRow {
  const [change] = changesOf(values.map(({ field, value }) => ({ task: base, field, value })))
  const members = change?.members === 'delete' ? {} : (change?.members ?? {})
  const { title = '', addResponsibles, customFields, customStatus, importance, dates } = members
  return {
    title,
    field,
    members: {
      ...(addResponsibles && { responsibles: addResponsibles }),
      ...(customFields && { customFields: customFields.filter(({ value }) => value !== null) }),
      ...(customStatus && { customStatus }),
      ...(importance && { importance }),
      ...(dates && { dates }),
    },
  }
}
