import type { Caller } from '#access/caller.ts'
import { invalidParameter, required } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { customFieldOrder } from '../custom-fields/order.ts'
import type { sortFields } from './contract/reading.ts'

type Expression = ReturnType<typeof sql>

/** What a list is sorted by: an expression over a table of these columns, and the type of its values. */
interface Order {
  /** `t` is `task`, or what a task was like when the first page was read. */
  key(t: string): Expression
  type: string
}

const column = (t: string, name: string) => sql.ref(`${t}.${name}`)
const rank = (t: string, name: string, values: readonly string[]): Expression =>
  sql`array_position(${sql.lit(`{${values.join(',')}}`)}::text[], ${column(t, name)})`

/** Values that are missing come last in ascending order. The expressions are those of the indexes. */
const orders = {
  CreatedDate: { key: (t) => column(t, 'created_at'), type: 'timestamptz' },
  UpdatedDate: { key: (t) => column(t, 'updated_at'), type: 'timestamptz' },
  CompletedDate: { key: (t) => sql`coalesce(${column(t, 'completed_at')}, 'infinity')`, type: 'timestamptz' },
  DueDate: { key: (t) => sql`coalesce(${column(t, 'due_at')}, 'infinity')`, type: 'timestamp' },
  StartFinishInterval: {
    key: (t) => sql`coalesce(${column(t, 'start_at')}, ${column(t, 'due_at')}, 'infinity')`,
    type: 'timestamp',
  },
  Status: { key: (t) => rank(t, 'status_group', ['Active', 'Completed', 'Deferred', 'Cancelled']), type: 'integer' },
  Importance: { key: (t) => rank(t, 'importance', ['High', 'Normal', 'Low']), type: 'integer' },
  Title: { key: (t) => sql`(left(lower(${column(t, 'title')}), 100) collate "C")`, type: 'text' },
  // Reading is not recorded: the last access we know of is the last change.
  LastAccessDate: { key: (t) => column(t, 'updated_at'), type: 'timestamptz' },
  Priority: { key: (t) => column(t, 'priority'), type: 'text' },
} as const satisfies Record<Exclude<(typeof sortFields)[number], 'CustomField'>, Order>

export type ListOrder = Order & { direction: 'asc' | 'desc'; isIndexed: boolean }
interface Sorting {
  sortField?: (typeof sortFields)[number] | undefined
  sortOrder?: 'Asc' | 'Desc' | undefined
  sortCustomField?: number | undefined
}

/**
 * The order of a list: last update first, unless a field is named, whose order is ascending unless said otherwise. By a
 * custom field it comes from no index: what is listed is sorted, 10,000 visible tasks in 60 ms, 1,000,000 in
 * 4 s (on a busy machine of two cores).
 *
 * @throws {Refused} `parameter_required` for CustomField without the field, and as `fieldsByIds` does for it.
 */
export async function readOrder(caller: Caller, input: Sorting): Promise<ListOrder> {
  const { sortField, sortOrder, sortCustomField } = input
  const direction = sortOrder === 'Desc' || (!sortField && sortOrder !== 'Asc') ? 'desc' : 'asc'
  if (sortField !== 'CustomField') {
    if (sortCustomField !== undefined) throw invalidParameter("Parameter 'sortCustomField' needs sortField=CustomField")
    return { ...orders[sortField ?? 'UpdatedDate'], direction, isIndexed: true }
  }
  if (sortCustomField === undefined) throw required('sortCustomField')
  return { ...(await customFieldOrder(caller, sortCustomField)), direction, isIndexed: false }
}
