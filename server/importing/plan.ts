import type { Caller } from '#access/caller.ts'
import { notAllowed } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { fieldsByIds } from '#resources/custom-fields/access.ts'
import { emailsIn, WrongCell } from './cells.ts'
import type { DateOrder } from './choices.ts'
import type { Columns } from './columns.ts'
import { lookUp } from './lookups.ts'
import { findParents, type Named, parentsFirst } from './nesting.ts'
import type { PlannedRow } from './planned.ts'
import { readTask } from './read-task.ts'

/**
 * Works out what every row of a file becomes, in the order in which tasks are made: parents first. Rows that become
 * nothing are among them, with the reason.
 *
 * @throws {Refused} for custom fields that are not there, hidden or not part of the plan.
 */
export async function plan(
  caller: Caller,
  folderId: number,
  rows: readonly string[][],
  columns: Columns,
  order: DateOrder,
): Promise<PlannedRow[]> {
  if (columns.fields.length > 0 && !planHas(caller.plan, 'customFields'))
    throw notAllowed(`${features.customFields.says}: not part of the plan ${caller.plan}`)
  const ids = columns.fields.map(({ id }) => id)
  const found = await fieldsByIds(caller, ids)
  const fields = columns.fields.map(({ at }, index) => ({ at, field: found[index] as (typeof found)[number] }))
  const cell = (cells: readonly string[], at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim())
  const asked = [columns.of.responsibles, ...fields.flatMap(({ at, field }) => (field.type === 'Contacts' ? [at] : []))]
  const emails = new Set(rows.flatMap((cells) => asked.flatMap((at) => emailsIn(cell(cells, at)))))
  const known = await lookUp(caller, folderId, [...emails])

  const named: Named[] = rows.map((cells, index) => ({
    row: index + 2,
    title: cell(cells, columns.of.title),
    id: cell(cells, columns.of.id),
    parent: cell(cells, columns.of.parent),
  }))
  const parents = findParents(named)
  const numbers = named.map(({ row }) => row)
  const { order: placed, circular } = parentsFirst(numbers, parents)
  const becomes = new Map<number, PlannedRow>()
  for (const row of [...placed, ...circular]) {
    const cells = rows[row - 2] as string[]
    const above = parents.get(row)
    const parentRow = above && 'parentRow' in above ? above.parentRow : null
    const nothing = (outcome: 'Skipped' | 'Failed', reason: string) => ({
      row,
      parentRow,
      input: null,
      outcome,
      reason,
    })
    const judge = (): PlannedRow => {
      if (cells.every((text) => text.trim() === '')) return nothing('Skipped', 'The row is empty')
      if (circular.has(row)) return nothing('Failed', 'Its parents lead in a circle')
      if (above && 'wrong' in above) return nothing('Failed', above.wrong)
      if (parentRow !== null && becomes.get(parentRow)?.outcome)
        return nothing('Failed', `Its parent, row ${parentRow}, becomes no task`)
      try {
        const input = readTask((at) => cell(cells, at), columns.of, fields, known, order)
        return { row, parentRow, input, outcome: null, reason: null }
      } catch (error) {
        if (error instanceof WrongCell) return nothing('Failed', error.message)
        throw error
      }
    }
    becomes.set(row, judge())
  }
  return [...becomes.values()]
}
