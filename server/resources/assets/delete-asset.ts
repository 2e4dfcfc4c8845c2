import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { assetById } from './access.ts'
import type * as contract from './contract.ts'
import { assetEvent } from './events.ts'
import { presentAsset } from './presenter.ts'
import type { AssetRow } from './queries.ts'

/** Deletes a piece of equipment; its bookings stay. Deleting a deleted one changes nothing. */
export const deleteAsset: Handler<typeof contract.deleteAsset> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  const before = await assetById(caller, input.assetId)
  return change(caller, async (rows) => {
    if (before.deleted_at) return changedBy({ data: [presentAsset(caller, before)] }, [])
    const deleted = { deleted_at: new Date() }
    const [row] = (await rows.update('asset', may, { asset_id: before.asset_id }, deleted)) as [AssetRow]
    return changedBy({ data: [presentAsset(caller, row)] }, [assetEvent('AssetDeleted', row, before)])
  })
}
