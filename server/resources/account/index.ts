import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { getAccount } from './get-account.ts'
import { getAccountPlan } from './get-account-plan.ts'
import { modifyAccount } from './modify-account.ts'

export const account = bind(contract, { getAccount, modifyAccount, getAccountPlan })
