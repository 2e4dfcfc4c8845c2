import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createTimelogCategory } from './create-timelog-category.ts'
import { queryTimelogCategories } from './query-timelog-categories.ts'
import { updateTimelogCategory } from './update-timelog-category.ts'

export const timelogCategories = bind(contract, {
  queryTimelogCategories,
  createTimelogCategory,
  updateTimelogCategory,
})
