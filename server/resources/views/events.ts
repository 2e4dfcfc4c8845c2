import type { EventRecord } from '#events/change.ts'
import type { ViewRow } from './queries.ts'

const event = (type: string, row: ViewRow, said: Pick<EventRecord, 'before' | 'after'>): EventRecord => ({
  type,
  entityType: 'view',
  entityId: row.view_id,
  ...said,
})

export const viewCreated = (row: ViewRow): EventRecord => event('ViewCreated', row, { after: said(row) })
export const viewModified = (before: ViewRow, after: ViewRow): EventRecord =>
  event('ViewModified', after, { before: said(before), after: said(after) })
export const viewDeleted = (row: ViewRow): EventRecord => event('ViewDeleted', row, { before: said(row) })

const said = (row: ViewRow) => ({
  title: row.title,
  kind: row.kind,
  folderId: row.folder_id,
  ownerId: row.owner_id,
  shared: row.shared,
})
