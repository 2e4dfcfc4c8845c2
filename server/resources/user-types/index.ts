import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryUserTypes } from './query-user-types.ts'

export const userTypes = bind(contract, { queryUserTypes })
