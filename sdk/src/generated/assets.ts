// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Asset {
  id: string
  name: string
}

/** What {@link createAsset} takes. */
export interface CreateAssetInput {
  name: string
}

/** Creates a piece of equipment. It is read among the contacts, with type Asset and the same id. */
export const createAsset = /* @__PURE__ */ operation<CreateAssetInput, Asset>({
  id: 'createAsset',
  method: 'POST',
  paths: ['/assets'],
})

/** What {@link updateAsset} takes. */
export interface UpdateAssetInput {
  assetId: string
  name: string
}

/** Renames a piece of equipment */
export const updateAsset = /* @__PURE__ */ operation<UpdateAssetInput, Asset>({
  id: 'updateAsset',
  method: 'PUT',
  paths: ['/assets/{assetId}'],
})

/** What {@link deleteAsset} takes. */
export interface DeleteAssetInput {
  assetId: string
}

/** Deletes a piece of equipment. It stays among the deleted contacts, and in the bookings it has. */
export const deleteAsset = /* @__PURE__ */ operation<DeleteAssetInput, Asset>({
  id: 'deleteAsset',
  method: 'DELETE',
  paths: ['/assets/{assetId}'],
})
