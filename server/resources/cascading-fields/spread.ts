import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import { writeFolderValue, writeTaskColumn, writeTaskValue } from '../custom-fields/derived-queries.ts'
import type { NamedField } from '../custom-fields/named-field.ts'

/** Gives a value to folders and tasks, where it is another: null takes it away. Folders have no fields of the system. */
export async function spread(
  inside: Caller,
  field: NamedField,
  value: string | null,
  items: { folders: readonly number[]; tasks: readonly number[] },
): Promise<EventRecord[]> {
  if (field.system_field === 'importance') return writeTaskColumn(inside, 'importance', value ?? 'Normal', items.tasks)
  if (field.system_field === 'billingType') return writeTaskColumn(inside, 'billing_type', value, items.tasks)
  return [
    ...(await writeFolderValue(inside, field.custom_field_id, value, items.folders)),
    ...(await writeTaskValue(inside, field.custom_field_id, value, items.tasks)),
  ]
}
