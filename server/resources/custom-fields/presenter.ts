import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { CustomField, FieldType } from './contract.ts'
import type { FieldRow } from './queries.ts'
import type { FieldSettings } from './settings.ts'

/** Row → CustomField; with `itemsByField` also how many items have a value. */
export function presentCustomField(
  caller: Caller,
  row: Omit<FieldRow, 'isVisible'>,
  itemsByField?: ReadonlyMap<number, number>,
): Static<typeof CustomField> {
  const { sharing, ...settings } = row.settings as unknown as FieldSettings & { sharing?: Record<string, unknown> }
  const contactId = (number: number) => encodeId('Contact', caller.accountId, number)
  return {
    id: encodeId('CustomField', caller.accountId, row.custom_field_id),
    accountId: encodeAccountId(caller.accountId),
    title: row.title,
    type: row.type as FieldType,
    ...(row.space_id === null ? {} : { spaceId: encodeId('Space', caller.accountId, row.space_id) }),
    sharedIds: row.shared_ids.map(contactId),
    sharing: sharing ?? {},
    settings: presentSettings(settings, contactId),
    description: row.description,
    archived: row.archived_at !== null,
    ...(row.archived_at === null ? {} : { archivedOn: formatInstant(row.archived_at) }),
    ...(row.archived_by === null ? {} : { archivedBy: contactId(row.archived_by) }),
    ...(itemsByField ? { dataUsageStatistics: { items: itemsByField.get(row.custom_field_id) ?? 0 } } : {}),
  }
}

/** Callers can set the value of every field there is so far. */
function presentSettings(settings: FieldSettings, contactId: (number: number) => string) {
  const { applicableEntityTypes, values, options, contacts, ...rest } = settings
  return {
    ...rest,
    applicableEntityTypes: [...applicableEntityTypes],
    ...(values ? { values: [...values] } : {}),
    ...(options ? { options: options.map(presentOption) } : {}),
    ...(contacts ? { contacts: contacts.map(contactId) } : {}),
    readOnly: false,
  }
}

const presentOption = ({ value, color }: { value: string; color?: string | undefined }) =>
  color === undefined ? { value } : { value, color }
