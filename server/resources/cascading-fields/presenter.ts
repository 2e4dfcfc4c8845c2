import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import { fieldName } from '../custom-fields/named-field.ts'
import type { CascadingFieldSetting } from './contract.ts'
import { type CascadeRow, cascadesFrom } from './queries.ts'

type Setting = Static<typeof CascadingFieldSetting>

/** Row → CascadingFieldSetting. */
export const presentCascade = (caller: Caller, row: CascadeRow): Setting => ({
  systemField: row.system_field !== '',
  fieldId: fieldName(caller, row),
  enabledBy: encodeId('Contact', caller.accountId, row.enabled_by),
  enabledAt: formatInstant(row.enabled_at),
})

/** The settings of folders or tasks, where they are asked for, by number. */
export async function cascadesOf(
  caller: Caller,
  fields: ReadonlySet<string>,
  itemIds: readonly number[],
): Promise<Map<number, Setting[]> | undefined> {
  if (!fields.has('cascadingFields')) return undefined
  const settings = new Map<number, Setting[]>(itemIds.map((id) => [id, []]))
  for (const row of await cascadesFrom(caller, itemIds)) settings.get(row.item_id)?.push(presentCascade(caller, row))
  return settings
}
