import type { EventRecord } from '#events/change.ts'
import type { DependencyRow } from './presenter.ts'

/** What happened to a link; it is found by its successor. One that is gone has no `after`. */
export const dependencyEvent = (
  type: 'DependencyAdded' | 'DependencyChanged' | 'DependencyDeleted',
  { before, after }: { before?: DependencyRow; after?: DependencyRow },
): EventRecord => ({
  type,
  entityType: 'dependency',
  entityId: (after ?? (before as DependencyRow)).successor_id,
  ...(before ? { before: said(before) } : {}),
  ...(after ? { after: said(after) } : {}),
})

const said = (row: DependencyRow) => ({
  predecessorId: row.predecessor_id,
  successorId: row.successor_id,
  relationType: row.relation_type,
  lagMinutes: row.lag_minutes,
})
