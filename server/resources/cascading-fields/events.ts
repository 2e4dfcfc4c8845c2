import type { EventRecord } from '#events/change.ts'
import type { CascadeRow } from './queries.ts'

/** A cascade has begun or is over. */
export const cascadeEvent = (happened: 'Enabled' | 'Disabled', row: CascadeRow): EventRecord => ({
  type: `${row.item_type === 'task' ? 'Task' : 'Folder'}CascadingField${happened}`,
  entityType: row.item_type,
  entityId: row.item_id,
  after: { customFieldId: row.custom_field_id || null, systemField: row.system_field || null },
})
