import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentCustomField } from './presenter.ts'
import { type FieldRow, itemsByField, visibleFields } from './queries.ts'
import type { FieldSettings } from './settings.ts'

/** Lists the custom fields of the account, and of the spaces that the caller sees. */
export const queryCustomFields: Handler<typeof contract.queryCustomFields> = async ({ caller, input, fields }) => {
  const rows = (await visibleFields(caller)).filter(
    (row) =>
      appliesTo(row, input.applicableEntityTypes ?? ['WorkItem']) &&
      (!input.types || (input.types as string[]).includes(row.type)) &&
      (!input.inheritanceTypes || input.inheritanceTypes.includes(settingsOf(row).inheritanceType)) &&
      (!input.title || row.title.toLowerCase().includes(input.title.toLowerCase())),
  )
  const usage = fields.has('dataUsageStatistics') ? await itemsByField(caller) : undefined
  return { data: rows.map((row) => presentCustomField(caller, row, usage)) }
}

const settingsOf = (row: FieldRow) => row.settings as unknown as FieldSettings

/** Whether a field is for one of these kinds of things. */
export const appliesTo = (row: FieldRow, types: readonly ('WorkItem' | 'User')[]): boolean =>
  settingsOf(row).applicableEntityTypes.some((type) => types.includes(type))
