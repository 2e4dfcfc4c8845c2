import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryColors } from './query-colors.ts'

export const colors = bind(contract, { queryColors })
