import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { assetById } from './access.ts'
import type * as contract from './contract.ts'
import { assetEvent } from './events.ts'
import { presentAsset } from './presenter.ts'
import type { AssetRow } from './queries.ts'

/**
 * Renames a piece of equipment.
 *
 * @throws {Refused} `not_allowed` for a deleted one.
 */
export const updateAsset: Handler<typeof contract.updateAsset> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  const before = await assetById(caller, input.assetId)
  if (before.deleted_at) throw notAllowed('Deleted equipment cannot be changed')
  return change(caller, async (rows) => {
    const [row] = (await rows.update('asset', may, { asset_id: before.asset_id }, { name: input.name })) as [AssetRow]
    return changed({ data: [presentAsset(caller, row)] }, assetEvent('AssetChanged', row, before))
  })
}
