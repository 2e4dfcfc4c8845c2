import type { EventRecord } from '#events/change.ts'
import type { AssetRow } from './queries.ts'

/** An event of a piece of equipment: created, changed or deleted. */
export const assetEvent = (
  type: 'AssetCreated' | 'AssetChanged' | 'AssetDeleted',
  row: AssetRow,
  before?: AssetRow,
): EventRecord => ({
  type,
  entityType: 'asset',
  entityId: row.asset_id,
  ...(before ? { before: { name: before.name } } : {}),
  after: { name: row.name },
})
