import { permitAccount } from '#access/permit.ts'
import { notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { idAsSent } from '#ids/foreign.ts'
import type * as contract from './contract.ts'
import { type CategoryRow, presentCategory } from './presenter.ts'
import { categoryRows } from './queries.ts'

/**
 * Changes a category of time, and answers with all of them: a new place moves others too.
 *
 * @throws {Refused} `resource_not_found`
 */
export const updateTimelogCategory: Handler<typeof contract.updateTimelogCategory> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageTimelogCategories')
  return change(caller, async (rows, inside) => {
    const known = await categoryRows(inside)
    const before = known.find((row) => row.timelog_category_id === input.timelogCategoryId)
    if (!before)
      throw notFound('Timelog category', idAsSent(caller.accountId, 'TimelogCategory', input.timelogCategoryId))
    const changes = { name: input.name ?? before.name, hidden: input.hidden ?? before.hidden }
    await rows.update('timelog_category', may, { timelog_category_id: before.timelog_category_id }, changes)
    for (const [position, row] of moved(known, before, input.order).entries()) {
      if (row.position === position) continue
      await rows.update('timelog_category', may, { timelog_category_id: row.timelog_category_id }, { position })
    }
    const after = await categoryRows(inside)
    const said = (row: CategoryRow) => ({ name: row.name, hidden: row.hidden, order: row.position })
    const now = after.find((row) => row.timelog_category_id === before.timelog_category_id) as CategoryRow
    const isChanged = JSON.stringify(said(before)) !== JSON.stringify(said(now))
    return changedBy(
      { data: after.map((row) => presentCategory(caller, row)) },
      isChanged
        ? [
            {
              type: 'TimelogCategoryChanged',
              entityType: 'timelog_category',
              entityId: before.timelog_category_id,
              before: said(before),
              after: said(now),
            },
          ]
        : [],
    )
  })
}

/** The categories in their order after one has moved. */
function moved(known: readonly CategoryRow[], row: CategoryRow, order: number | undefined): CategoryRow[] {
  if (order === undefined) return [...known]
  const others = known.filter((one) => one !== row)
  return [...others.slice(0, order), row, ...others.slice(order)]
}
