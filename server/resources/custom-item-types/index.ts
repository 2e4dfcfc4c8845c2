import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createCustomItemType } from './create-custom-item-type.ts'
import { deleteCustomItemType } from './delete-custom-item-type.ts'
import { getCustomItemTypesByIds } from './get-custom-item-types-by-ids.ts'
import { instantiateCustomItemType } from './instantiate-custom-item-type.ts'
import { queryCustomItemTypes } from './query-custom-item-types.ts'
import { updateCustomItemType } from './update-custom-item-type.ts'

export const customItemTypes = bind(contract, {
  queryCustomItemTypes,
  getCustomItemTypesByIds,
  instantiateCustomItemType,
  createCustomItemType,
  updateCustomItemType,
  deleteCustomItemType,
})
