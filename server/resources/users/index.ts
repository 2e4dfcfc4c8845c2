import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { deleteUser } from './delete-user.ts'
import { getUser } from './get-user.ts'
import { getUserWork } from './get-user-work.ts'
import { modifyUser } from './modify-user.ts'
import { modifyUsersBulk } from './modify-users-bulk.ts'

export const users = bind(contract, { getUser, modifyUser, modifyUsersBulk, deleteUser, getUserWork })
