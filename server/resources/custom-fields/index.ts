import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createCustomField } from './create-custom-field.ts'
import { deleteCustomField } from './delete-custom-field.ts'
import { getCustomFieldsByIds } from './get-custom-fields-by-ids.ts'
import { modifyCustomField } from './modify-custom-field.ts'
import { orderCustomFields } from './order-custom-fields.ts'
import { queryCustomFields } from './query-custom-fields.ts'
import { querySpaceCustomFields } from './query-space-custom-fields.ts'

export const customFields = bind(contract, {
  queryCustomFields,
  getCustomFieldsByIds,
  querySpaceCustomFields,
  createCustomField,
  modifyCustomField,
  deleteCustomField,
  orderCustomFields,
})
