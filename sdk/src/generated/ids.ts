// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface IdPair {
  id: string
  apiV2Id: string
}

/** What {@link convertLegacyIds} takes. */
export interface ConvertLegacyIdsInput {
  type:
    | 'ApiV2Account'
    | 'ApiV2User'
    | 'ApiV2Folder'
    | 'ApiV2Task'
    | 'ApiV2Comment'
    | 'ApiV2Attachment'
    | 'ApiV2Timelog'
    | 'ApiV2RequestForm'
  ids: number[]
}

/** Ids for the numbers in permalinks and of the API v2. Numbers of what does not exist, or is hidden, are left out. */
export const convertLegacyIds = /* @__PURE__ */ operation<ConvertLegacyIdsInput, IdPair>({
  id: 'convertLegacyIds',
  method: 'GET',
  paths: ['/ids'],
})
