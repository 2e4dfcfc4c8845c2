// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type ChangeEntityType =
  | 'Task'
  | 'Folder'
  | 'Comment'
  | 'Attachment'
  | 'Dependency'
  | 'Timelog'
  | 'Approval'
  | 'Booking'
  | 'CustomField'
  | 'CustomItemType'
  | 'Workflow'
  | 'Contact'

/** Changes in the order in which they happened. Send `sequence` as `after` of the next call; `upToDate` says that nothing waits at the moment. */
export interface ChangePage {
  sequence: number
  upToDate: boolean
  changes: Change[]
}

/** Something that happened to an entity. Comments, files and the like name the task or folder they hang on. `members` names the members that changed; without it any may have. `gone` says that the caller finds the entity in no list any more: deleted, or out of sight (then `type` is AccessRemoved, and nothing else is told). */
export interface Change {
  sequence: number
  type: string
  entityType: ChangeEntityType
  entityId: string
  taskId?: string
  folderId?: string
  members?: string[]
  gone?: boolean
  authorId?: string
  date: string
}

/** What {@link queryChanges} takes. */
export interface QueryChangesInput {
  /** The number up to which the caller knows everything */
  after?: number
  /** So many changes of the account are looked at */
  limit?: number
}

/** What has changed since a number, as far as the caller sees it. Every change of an account has a number; the numbers have no gaps, but the caller hears of what it sees only. Without `after` the answer has no changes and says how far the account is. A number that is older than the changes that are kept (30 days at most, never longer than the recycle bin) answers 410 `invalid_request`: read anew what you need. `/changes/stream` gives the same as they happen, as server-sent events: `id` is the number, the header `Last-Event-ID` or `after` says where to begin, `start` is the first event, `change` has a Change, `access` says that what the caller may see has changed as a whole, `notification` that its notifications have. A person has ten such streams at most; one that is not read is cut. It ends with the access token. */
export const queryChanges = /* @__PURE__ */ operation<QueryChangesInput, ChangePage>({
  id: 'queryChanges',
  method: 'GET',
  paths: ['/changes'],
})
