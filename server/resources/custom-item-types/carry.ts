import type { Caller } from '#access/caller.ts'
import type { CustomFieldColumn } from '../account/tables.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import { type ItemTypeRow, isInWorkflow, itemTypesById, statusInWorkflow } from './queries.ts'

/** Values of custom fields, with an empty one for each field of the type that has none: so the field is there. */
export function withFieldsOf(type: ItemTypeRow | undefined, values: CustomFieldColumn): CustomFieldColumn {
  if (!type || type.custom_field_ids.every((id) => id in values)) return values
  return { ...Object.fromEntries(type.custom_field_ids.map((id) => [id, ''])), ...values }
}

/**
 * The status that the workflow of a type gives: the first of the group that is meant. Undefined where the type has no
 * workflow, where the item is in it already, or where the workflow lacks the group.
 */
export async function statusOfType(
  caller: Caller,
  type: ItemTypeRow | undefined,
  group: StatusGroup,
  current?: number | null,
): Promise<number | undefined> {
  const workflowId = type?.default_workflow_id
  if (workflowId === undefined || workflowId === null) return undefined
  if (typeof current === 'number' && (await isInWorkflow(caller, current, workflowId))) return undefined
  return statusInWorkflow(caller, workflowId, group)
}

/** The type an item has, deleted or not. */
export const typeOf = async (caller: Caller, typeId: number | null): Promise<ItemTypeRow | undefined> =>
  typeId === null ? undefined : (await itemTypesById(caller, [typeId])).get(typeId)
