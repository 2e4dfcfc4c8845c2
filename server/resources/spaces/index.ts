import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createSpace } from './create-space.ts'
import { deleteSpace } from './delete-space.ts'
import { getSpace } from './get-space.ts'
import { querySpaces } from './query-spaces.ts'
import { updateSpace } from './update-space.ts'

export const spaces = bind(contract, { querySpaces, getSpace, createSpace, updateSpace, deleteSpace })
