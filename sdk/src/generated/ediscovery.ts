// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type EDiscoveryHitType = 'task' | 'folder' | 'attachment' | 'project' | 'space'

export interface EDiscoveryHit {
  type: EDiscoveryHitType
  id: string
}

/** What {@link searchEDiscovery} takes. */
export interface SearchEDiscoveryInput {
  /** Kinds of entity to search */
  scopes: EDiscoveryHitType[]
  /** Any of them is enough; words of one term stand beside one another. Without terms, everything */
  terms?: string[]
  /** Only what this user sees */
  targetUserId?: string
  /** Seconds, or with a unit (500ms, 30s, 2m); 30s if left out */
  timeout?: string
}

/** Finds words in the whole account, whatever is shared with the caller. In titles, descriptions, comments and names of files, in the recycle bin too; newest first, at most 10,000. A hit in a comment is the task or folder it is on. */
export const searchEDiscovery = /* @__PURE__ */ operation<SearchEDiscoveryInput, EDiscoveryHit>({
  id: 'searchEDiscovery',
  method: 'POST',
  paths: ['/ediscovery_search'],
})
