import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { convertLegacyIds } from './convert-legacy-ids.ts'

export const ids = bind(contract, { convertLegacyIds })
