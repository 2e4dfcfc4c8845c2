import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createGroup } from './create-group.ts'
import { deleteGroup } from './delete-group.ts'
import { getGroup } from './get-group.ts'
import { modifyGroup } from './modify-group.ts'
import { modifyGroupsBulk } from './modify-groups-bulk.ts'
import { queryGroups } from './query-groups.ts'

export const groups = bind(contract, { queryGroups, getGroup, createGroup, modifyGroup, modifyGroupsBulk, deleteGroup })
