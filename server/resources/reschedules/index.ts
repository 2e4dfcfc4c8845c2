import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createReschedule } from './create-reschedule.ts'

export const reschedules = bind(contract, { createReschedule })
