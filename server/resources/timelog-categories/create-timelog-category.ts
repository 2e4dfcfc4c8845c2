import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { presentCategory } from './presenter.ts'
import { categoryRows } from './queries.ts'

/** Adds a category of time, after all others. */
export const createTimelogCategory: Handler<typeof contract.createTimelogCategory> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageTimelogCategories')
  return change(caller, async (rows, inside) => {
    const known = await categoryRows(inside)
    const position = Math.max(-1, ...known.map((row) => row.position)) + 1
    const row = await rows.insert('timelog_category', may, { name: input.name, position })
    return changed(
      { data: [presentCategory(caller, row)] },
      {
        type: 'TimelogCategoryCreated',
        entityType: 'timelog_category',
        entityId: row.timelog_category_id,
        after: { name: row.name },
      },
    )
  })
}
