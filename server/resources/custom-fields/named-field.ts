import type { Caller } from '#access/caller.ts'
import { invalidValue } from '#contract/errors.ts'
import { decodeId } from '#ids/decode.ts'
import { encodeId } from '#ids/encode.ts'
import { foreignNumber } from '#ids/foreign.ts'
import { fieldsByIds } from './access.ts'
import type { FieldRow } from './queries.ts'

/** A field as tables name it: the number of a custom one, or the name of one of the system; the other is empty. */
export interface NamedField {
  custom_field_id: number
  system_field: string
}

/**
 * The field that a text names: the id of a custom field, or one of these names.
 *
 * @throws {Refused} `invalid_parameter` for anything else, `resource_not_found` or `access_forbidden` for the custom field.
 */
export async function readNamedField(
  caller: Caller,
  parameter: string,
  text: string,
  names: readonly string[],
): Promise<NamedField & { custom?: FieldRow }> {
  if (names.includes(text)) return { custom_field_id: 0, system_field: text }
  const decoded = decodeId('CustomField', text)
  if (!decoded) throw invalidValue(parameter, `the id of a custom field, or one of ${names.join(', ')}`)
  const isForeign = decoded.accountId !== caller.accountId
  const [custom] = (await fieldsByIds(caller, [isForeign ? foreignNumber(text) : decoded.number])) as [FieldRow]
  return { custom_field_id: custom.custom_field_id, system_field: '', custom }
}

/** The text that names a field. */
export const fieldName = (caller: Caller, field: NamedField): string =>
  field.system_field || encodeId('CustomField', caller.accountId, field.custom_field_id)
