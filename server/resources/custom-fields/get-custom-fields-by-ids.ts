import type { Handler } from '#contract/handler.ts'
import { fieldsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentCustomField } from './presenter.ts'
import { itemsByField } from './queries.ts'
import { appliesTo } from './query-custom-fields.ts'

/** Reads custom fields by id, in the order of the request. */
export const getCustomFieldsByIds: Handler<typeof contract.getCustomFieldsByIds> = async ({
  caller,
  input,
  fields,
}) => {
  const { applicableEntityTypes: types } = input
  const rows = await fieldsByIds(caller, input.customfieldIds)
  const usage = fields.has('dataUsageStatistics') ? await itemsByField(caller) : undefined
  const wanted = types ? rows.filter((row) => appliesTo(row, types)) : rows
  return { data: wanted.map((row) => presentCustomField(caller, row, usage)) }
}
