import { notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { readNamedField } from '../custom-fields/named-field.ts'
import { permitFieldsOf } from './access.ts'
import * as contract from './contract.ts'
import { isOf } from './create-cascading-field-setting.ts'
import { cascadeEvent } from './events.ts'
import { presentCascade } from './presenter.ts'
import { cascadesFrom } from './queries.ts'

/**
 * Ends the cascade of a field; what has flowed down stays.
 *
 * @throws {Refused} `resource_not_found` if the field does not cascade from there.
 */
export const deleteCascadingFieldSetting: Handler<typeof contract.deleteCascadingFieldSetting> = async ({
  caller,
  input,
}) => {
  const may = await permitFieldsOf(caller, input)
  const { custom: _field, ...field } = await readNamedField(
    caller,
    'fieldId',
    input.fieldId,
    contract.cascadingSystemFields,
  )
  const cascade = (await cascadesFrom(caller, [may.id])).find(isOf(field))
  if (!cascade) throw notFound('Cascading field setting', input.fieldId.slice(0, 100))
  return change(caller, async (rows) => {
    await rows.delete('cascading_field', may, { item_id: may.id, ...field })
    return changed({ data: [presentCascade(caller, cascade)] }, cascadeEvent('Disabled', cascade))
  })
}
