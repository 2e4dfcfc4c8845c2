import type { Selectable } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { CustomFieldTables } from './tables.ts'

type Row = Selectable<CustomFieldTables['custom_field']>

export const customFieldCreated = (field: Row): EventRecord => ({
  type: 'CustomFieldCreated',
  entityType: 'custom_field',
  entityId: field.custom_field_id,
  after: shown(field),
})

export const customFieldUpdated = (before: Row, after: Row): EventRecord => ({
  type: 'CustomFieldUpdated',
  entityType: 'custom_field',
  entityId: after.custom_field_id,
  before: shown(before),
  after: shown(after),
})

export const customFieldDeleted = (field: Row): EventRecord => ({
  type: 'CustomFieldDeleted',
  entityType: 'custom_field',
  entityId: field.custom_field_id,
  before: shown(field),
})

const shown = (field: Row) => ({
  title: field.title,
  type: field.type,
  spaceId: field.space_id,
  settings: field.settings,
  sharedIds: field.shared_ids,
  description: field.description,
  archived: field.archived_at !== null,
})
