import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryChanges } from './query-changes.ts'

export const changes = bind(contract, { queryChanges })
