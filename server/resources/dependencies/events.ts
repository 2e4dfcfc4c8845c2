import type { EventRecord } from '#events/change.ts'
import type { DependencyRow } from './presenter.ts'

/** A dependency's event; it is found by its successor. */
export const dependencyEvent = (
  type: 'DependencyAdded' | 'DependencyChanged' | 'DependencyDeleted',
  row: DependencyRow,
  before?: DependencyRow,
): EventRecord => ({
  type,
  entityType: 'dependency',
  entityId: row.successor_id,
  ...(before ? { before: said(before) } : {}),
  after: said(row),
})

const said = (row: DependencyRow) => ({
  predecessorId: row.predecessor_id,
  successorId: row.successor_id,
  relationType: row.relation_type,
  lagMinutes: row.lag_minutes,
})
