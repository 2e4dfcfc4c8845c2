import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createPlaceholder } from './create-placeholder.ts'
import { deletePlaceholder } from './delete-placeholder.ts'
import { getPlaceholders } from './get-placeholders.ts'
import { queryPlaceholders } from './query-placeholders.ts'
import { updatePlaceholder } from './update-placeholder.ts'

export const placeholders = bind(contract, {
  queryPlaceholders,
  getPlaceholders,
  createPlaceholder,
  updatePlaceholder,
  deletePlaceholder,
})
