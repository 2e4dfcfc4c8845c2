import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { itemTypesByIds, permitItemTypes } from './access.ts'
import type * as contract from './contract.ts'
import { itemTypeEvent } from './events.ts'
import { presentItemType } from './presenter.ts'
import type { ItemTypeRow } from './queries.ts'

/** Deletes a custom item type; what was made from it keeps it. Deleting a deleted one changes nothing. */
export const deleteCustomItemType: Handler<typeof contract.deleteCustomItemType> = async ({ caller, input }) => {
  const [before] = (await itemTypesByIds(caller, [input.customItemTypeId], { withDeleted: true })) as [ItemTypeRow]
  const may = await permitItemTypes(caller, before.space_id)
  return change(caller, async (rows) => {
    if (before.deleted_at) return changedBy({ data: [presentItemType(caller, before)] }, [])
    const key = { custom_item_type_id: before.custom_item_type_id }
    const [row] = await rows.update('custom_item_type', may, key, { deleted_at: new Date() })
    const after = row as typeof before
    return changedBy({ data: [presentItemType(caller, after)] }, [itemTypeEvent('CustomItemTypeDeleted', after)])
  })
}
