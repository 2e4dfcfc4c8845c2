import type { Caller } from '#access/caller.ts'
import { invalidParameter, notAllowed } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { encodeId } from '#ids/encode.ts'
import { toPlainText } from '#richtext/plain-text.ts'
import type { CustomFieldColumn } from '../account/tables.ts'
import { fieldsByIds } from './access.ts'
import { readFieldValue } from './field-value.ts'
import type { FieldRow } from './queries.ts'

/** Values of a request: null, or none, removes. */
export type CustomFieldEntries = readonly { id: number; value?: string | null | undefined }[]

/**
 * The column after the values of a request are applied.
 *
 * @throws {Refused} `not_allowed` on a plan without custom fields or for a field that callers cannot set,
 * `resource_not_found` for an unknown field, `access_forbidden` for one of a hidden space, `invalid_parameter` for a value that its type does not take.
 */
export async function applyCustomFields(
  caller: Caller,
  current: CustomFieldColumn,
  entries: CustomFieldEntries | undefined,
): Promise<CustomFieldColumn> {
  if (!entries || entries.length === 0) return current
  if (!planHas(caller.plan, 'customFields'))
    throw notAllowed(`${features.customFields.says}: not part of the plan ${caller.plan}`)
  const fields = await fieldsByIds(
    caller,
    entries.map((entry) => entry.id),
  )
  const column = { ...current }
  for (const [at, { id, value }] of entries.entries()) {
    const field = fields[at] as FieldRow
    if (value === null || value === undefined) delete column[id]
    else column[id] = checked(field, value)
  }
  return column
}

function checked(field: FieldRow, value: string): string {
  if (field.type.startsWith('Calculated'))
    throw notAllowed(`The custom field '${field.title}' is calculated: it cannot be set`)
  const read = readFieldValue(field, value)
  if ('wrong' in read)
    throw invalidParameter(`Parameter 'customFields' value is invalid: '${field.title}' takes ${read.wrong}`)
  return read.value
}

/** Values as an answer shows them; on a plan without custom fields there are none to show. */
export function presentCustomFields(
  caller: Caller,
  column: CustomFieldColumn,
  options: { plainText?: boolean | undefined } = {},
): { id: string; value: string }[] | undefined {
  if (!planHas(caller.plan, 'customFields')) return undefined
  return Object.entries(column).map(([id, value]) => ({
    id: encodeId('CustomField', caller.accountId, Number(id)),
    value: options.plainText ? toPlainText(value) : value,
  }))
}
