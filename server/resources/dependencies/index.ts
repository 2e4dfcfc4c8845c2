import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createDependency } from './create-dependency.ts'
import { deleteDependency } from './delete-dependency.ts'
import { getDependencies } from './get-dependencies.ts'
import { queryDependencies } from './query-dependencies.ts'
import { updateDependency } from './update-dependency.ts'

export const dependencies = bind(contract, {
  queryDependencies,
  getDependencies,
  createDependency,
  updateDependency,
  deleteDependency,
})
