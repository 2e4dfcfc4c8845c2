import type { EventRecord } from '#events/change.ts'
import type { PlaceholderRow } from './queries.ts'

/** A placeholder's event: created, changed or deleted. */
export const placeholderEvent = (
  type: 'PlaceholderCreated' | 'PlaceholderChanged' | 'PlaceholderDeleted',
  row: PlaceholderRow,
  before?: PlaceholderRow,
): EventRecord => ({
  type,
  entityType: 'placeholder',
  entityId: row.placeholder_id,
  ...(before ? { before: said(before) } : {}),
  after: said(row),
})

const said = (row: PlaceholderRow) => ({
  title: row.title,
  shortTitle: row.short_title,
  avatarColor: row.avatar_color,
  jobRoleId: row.job_role_id,
})
