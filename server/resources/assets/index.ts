import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createAsset } from './create-asset.ts'
import { deleteAsset } from './delete-asset.ts'
import { updateAsset } from './update-asset.ts'

export const assets = bind(contract, { createAsset, updateAsset, deleteAsset })
