import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryRollups } from './query-rollups.ts'
import { updateRollups } from './update-rollups.ts'

export const rollups = bind(contract, { queryRollups, updateRollups })
