import { invalidParameter, invalidValue, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { readNamedField } from '../custom-fields/named-field.ts'
import { rollupsOn } from '../rollups/queries.ts'
import { permitFieldsOf } from './access.ts'
import * as contract from './contract.ts'
import { cascadeEvent } from './events.ts'
import { presentCascade } from './presenter.ts'
import { type CascadeRow, cascadesFrom, itemsBelow, sourceValue } from './queries.ts'
import { spread } from './spread.ts'

/**
 * Lets the value of a field flow down from a folder or task, for those who may edit it. One that does already stays as it is.
 *
 * @throws {Refused} `not_allowed` for a field that callers cannot set, `invalid_parameter` for a field that the place doesn't
 * have, and for one that is made of what is below.
 */
export const createCascadingFieldSetting: Handler<typeof contract.createCascadingFieldSetting> = async ({
  caller,
  input,
}) => {
  const may = await permitFieldsOf(caller, input)
  const { custom, ...field } = await readNamedField(caller, 'fieldId', input.fieldId, contract.cascadingSystemFields)
  if (custom?.type.startsWith('Calculated'))
    throw notAllowed(`The custom field '${custom.title}' is calculated: it cannot be set`)
  if (may.on === 'folder' && field.system_field === 'importance')
    throw invalidValue('fieldId', 'a field that folders have')
  const isRolledUp = (await rollupsOn(caller, [may.id])).some(
    (row) => row.custom_field_id === field.custom_field_id && row.system_field === field.system_field,
  )
  if (isRolledUp) throw invalidParameter('The field is made of what is below: it cannot flow down too')
  return change(caller, async (rows, inside) => {
    const [made] = await rows.insertAll('cascading_field', may, [
      { item_id: may.id, item_type: may.on as 'folder' | 'task', ...field, enabled_by: caller.personId },
    ])
    const cascade = made ?? ((await cascadesFrom(inside, [may.id])).find(isOf(field)) as CascadeRow)
    const data = [presentCascade(caller, cascade)]
    if (!made) return changedBy({ data }, [])
    const value = await sourceValue(inside, cascade)
    // A place without a value has nothing to hand down yet.
    const flown = value === null ? [] : await spread(inside, cascade, value, await itemsBelow(inside, [may.id]))
    return changedBy({ data }, [cascadeEvent('Enabled', cascade), ...flown])
  })
}

/** Whether a cascade is one of the field. */
export const isOf = (field: { custom_field_id: number; system_field: string }) => (row: CascadeRow) =>
  row.custom_field_id === field.custom_field_id && row.system_field === field.system_field
