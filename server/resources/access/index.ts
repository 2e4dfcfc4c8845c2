import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryAccess } from './query-access.ts'
import { queryPermissions } from './query-permissions.ts'

export const access = bind(contract, { queryAccess, queryPermissions })
