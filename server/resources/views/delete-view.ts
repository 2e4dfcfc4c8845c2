import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { permitView, viewById } from './access.ts'
import type * as contract from './contract/index.ts'
import { viewDeleted } from './events.ts'

/** Deletes a view for good. */
export const deleteView: Handler<typeof contract.deleteView> = async ({ caller, input }) =>
  change(caller, async (rows, inside) => {
    const row = await viewById(inside, input.viewId)
    const may = await permitView(inside, row)
    await rows.delete('saved_view', may, { view_id: row.view_id })
    return changed({ data: [] }, viewDeleted(row))
  })
