import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { Selectable } from '#database/sql.ts'
import { encodeDependencyId, encodeId } from '#ids/encode.ts'
import type { Dependency } from './contract.ts'
import type { DependencyTables } from './tables.ts'

export type DependencyRow = Selectable<DependencyTables['dependency']>

/** Row → Dependency. */
export const presentDependency = (caller: Caller, row: DependencyRow): Static<typeof Dependency> => ({
  id: encodeDependencyId(caller.accountId, row.predecessor_id, row.successor_id),
  predecessorId: encodeId('Task', caller.accountId, row.predecessor_id),
  successorId: encodeId('Task', caller.accountId, row.successor_id),
  relationType: row.relation_type,
  lagTime: row.lag_minutes,
})
