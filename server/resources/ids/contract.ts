import { model, string } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { integer, listOf, oneOf } from '#contract/parameters.ts'

export const legacyTypes = [
  'ApiV2Account',
  'ApiV2User',
  'ApiV2Folder',
  'ApiV2Task',
  'ApiV2Comment',
  'ApiV2Attachment',
  'ApiV2Timelog',
  'ApiV2RequestForm',
] as const

export const IdPair = model('IdPair', { id: string(), apiV2Id: string() })

export const convertLegacyIds = operation({
  id: 'convertLegacyIds',
  method: 'GET',
  paths: ['/ids'],
  summary: 'Ids for the numbers in permalinks and of the API v2',
  description: 'Numbers of what does not exist, or is hidden, are left out.',
  scopes: readScopes,
  kinds: { ids: IdPair },
  parameters: { type: oneOf(legacyTypes), ids: listOf(integer(), { maxItems: 1000 }) },
})
