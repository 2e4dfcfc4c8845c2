import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { assetEvent } from './events.ts'
import { presentAsset } from './presenter.ts'

/** Creates a piece of equipment. */
export const createAsset: Handler<typeof contract.createAsset> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  return change(caller, async (rows) => {
    const row = await rows.insert('asset', may, { name: input.name })
    return changed({ data: [presentAsset(caller, row)] }, assetEvent('AssetCreated', row))
  })
}
