import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryActivity } from './query-activity.ts'

export const activity = bind(contract, { queryActivity })
