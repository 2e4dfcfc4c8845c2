import type { EventRecord } from '#events/change.ts'
import type { ItemTypeRow } from './queries.ts'

type Said = Omit<ItemTypeRow, 'isVisible'>

/** An event of a custom item type: created, changed or deleted. */
export const itemTypeEvent = (
  type: 'CustomItemTypeCreated' | 'CustomItemTypeChanged' | 'CustomItemTypeDeleted',
  row: Said,
  before?: Said,
): EventRecord => ({
  type,
  entityType: 'custom_item_type',
  entityId: row.custom_item_type_id,
  ...(before ? { before: said(before) } : {}),
  after: said(row),
})

const said = (row: Said) => ({
  title: row.title,
  relatedType: row.related_type,
  spaceId: row.space_id,
  customFieldIds: row.custom_field_ids,
  defaultWorkflowId: row.default_workflow_id,
  archived: row.archived_at !== null,
})
