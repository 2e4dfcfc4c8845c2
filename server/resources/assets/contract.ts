import { idText, model, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, id } from '#contract/parameters.ts'

export const Asset = model('Asset', { id: idText('Asset'), name: string() })

const write = { scopes: ['amReadWriteUser'], admin: true, feature: 'jobRoles', kinds: { assets: Asset } } as const
const name = () => filledText({ maxLength: 1000 })

export const createAsset = operation({
  id: 'createAsset',
  method: 'POST',
  paths: ['/assets'],
  summary: 'Creates a piece of equipment',
  description: 'It is read among the contacts, with type Asset and the same id.',
  ...write,
  parameters: { name: name() },
})

export const updateAsset = operation({
  id: 'updateAsset',
  method: 'PUT',
  paths: ['/assets/{assetId}'],
  summary: 'Renames a piece of equipment',
  ...write,
  parameters: { assetId: id('Asset'), name: name() },
})

export const deleteAsset = operation({
  id: 'deleteAsset',
  method: 'DELETE',
  paths: ['/assets/{assetId}'],
  summary: 'Deletes a piece of equipment',
  description: 'It stays among the deleted contacts, and in the bookings it has.',
  ...write,
  parameters: { assetId: id('Asset') },
})
