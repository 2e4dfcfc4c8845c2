import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createBatch } from './create-batch.ts'

export const batch = bind(contract, { createBatch })
