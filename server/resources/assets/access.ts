import type { Caller } from '#access/caller.ts'
import { notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { type AssetRow, assetRows } from './queries.ts'

/**
 * One piece of equipment, a deleted one too.
 *
 * @throws {Refused} `resource_not_found`
 */
export async function assetById(caller: Caller, assetId: number): Promise<AssetRow> {
  const [row] = await assetRows(caller, [sql<boolean>`asset_id = ${assetId}`])
  if (!row) throw notFound('Asset', idAsSent(caller.accountId, 'Asset', assetId))
  return row
}
