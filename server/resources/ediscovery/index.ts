import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { searchEDiscovery } from './search-ediscovery.ts'

export const ediscovery = bind(contract, { searchEDiscovery })
