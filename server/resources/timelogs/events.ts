import type { EventRecord } from '#events/change.ts'
import type { TimelogRow } from './presenter.ts'

/** A timelog's event: added, changed and deleted records are told by the same type, as in the original. */
export const timelogChanged = (before: TimelogRow | undefined, after: TimelogRow | undefined): EventRecord => ({
  type: 'TimelogChanged',
  entityType: 'timelog',
  entityId: (after ?? (before as TimelogRow)).timelog_id,
  ...(before ? { before: said(before) } : {}),
  ...(after ? { after: said(after) } : {}),
})

const said = (row: TimelogRow) => ({
  taskId: row.task_id,
  personId: row.person_id,
  hours: row.hours,
  trackedDate: row.tracked_date,
  categoryId: row.category_id,
  comment: row.comment,
})
