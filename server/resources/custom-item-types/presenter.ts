import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import type { CustomItemType } from './contract.ts'
import type { ItemTypeRow } from './queries.ts'

/** Row → CustomItemType; with `itemsByType` also how many items are of it. */
export function presentItemType(
  caller: Caller,
  row: Omit<ItemTypeRow, 'isVisible'>,
  itemsByType?: ReadonlyMap<number, number>,
): Static<typeof CustomItemType> {
  const id = (type: 'Space' | 'CustomField' | 'Contact' | 'Workflow', number: number) =>
    encodeId(type, caller.accountId, number)
  return {
    id: encodeId('CustomItemType', caller.accountId, row.custom_item_type_id),
    title: row.title,
    relatedType: row.related_type,
    ...(row.space_id === null ? {} : { spaceId: id('Space', row.space_id) }),
    ...(row.description === '' ? {} : { description: row.description }),
    customFieldIds: row.custom_field_ids.map((number) => id('CustomField', number)),
    icon: row.icon,
    isDeleted: row.deleted_at !== null,
    ...(row.archived_at === null ? {} : { archivedOn: formatInstant(row.archived_at) }),
    ...(row.archived_by === null ? {} : { archivedBy: id('Contact', row.archived_by) }),
    ...(itemsByType ? { dataUsageStatistics: { items: itemsByType.get(row.custom_item_type_id) ?? 0 } } : {}),
    ...(row.default_workflow_id === null ? {} : { defaultWorkflowId: id('Workflow', row.default_workflow_id) }),
  }
}
