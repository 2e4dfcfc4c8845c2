import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryTimelogCategories } from './query-timelog-categories.ts'

export const timelogCategories = bind(contract, { queryTimelogCategories })
