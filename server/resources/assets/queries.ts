import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { AssetTables } from './tables.ts'

export type AssetRow = Selectable<AssetTables['asset']>

type Condition = ReturnType<typeof sql<boolean>>

/** Equipment of the account that the caller may know: externals and collaborators know none. */
export async function assetRows(caller: Caller, conditions: readonly Condition[] = []): Promise<AssetRow[]> {
  if (caller.role === 'external' || caller.role === 'collaborator') return []
  return connectionOf(caller)
    .selectFrom('asset')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where(sql<boolean>`${sql.join([sql`true`, ...conditions], sql` and `)}`)
    .orderBy('asset_id')
    .execute()
}
