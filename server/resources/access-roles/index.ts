import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { queryAccessRoles } from './query-access-roles.ts'

export const accessRoles = bind(contract, { queryAccessRoles })
