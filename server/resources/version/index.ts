import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { getVersion } from './get-version.ts'

export const version = bind(contract, { getVersion })
