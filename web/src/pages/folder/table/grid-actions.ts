import type { Task } from '@taskwright/sdk'
import type { Field } from '../../../parts/fields/fields.ts'
import type { TaskItem } from '../list/list-items.ts'
import type { Cursor } from './cursor.ts'
import type { EndItem } from './table-items.ts'

/** What cells and rows can ask for; the same object for all, for as long as the table is there. */
export interface GridActions {
  cursor: Cursor
  set: (task: Task, field: Field, value: string) => void
  wrong: (task: Task, field: Field, why: string) => void
  endEdit: () => void
  toggle: (item: TaskItem) => void
  open: (task: Task) => void
  /** Makes a task where a place for one is. */
  make: (title: string, at: EndItem) => void
}
