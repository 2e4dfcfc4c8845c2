// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { Metadata } from './account.ts'
import type { UserProfile } from './contacts.ts'

export interface User {
  id: string
  firstName: string
  lastName: string
  type: 'Person' | 'Group' | 'Asset' | 'Robot'
  profiles: UserProfile[]
  avatarUrl: string
  timezone: string
  locale: string
  deleted: boolean
  me?: boolean
  memberIds?: string[]
  metadata?: Metadata[]
  myTeam?: boolean
  title?: string
  companyName?: string
  phone?: string
  location?: string
  primaryEmail?: string
  userTypeId?: string
}

/** What a user has in the whole account: groups; tasks that are not finished; living projects the user owns; spaces the user is a member of; request forms the user keeps; and how many folders and tasks are shared with nobody else. */
export interface UserWork {
  userId: string
  groupIds: string[]
  activeTasks: number
  projects: number
  spaces: number
  requestForms: number
  reachedByNobodyElse: number
}

/** What {@link getUser} takes. */
export interface GetUserInput {
  userId: string
}

/** One user of the account */
export const getUser = /* @__PURE__ */ operation<GetUserInput, User>({
  id: 'getUser',
  method: 'GET',
  paths: ['/users/{userId}'],
})

/** What {@link modifyUser} takes. */
export interface ModifyUserInput {
  userId: string
  /** @deprecated Deprecated since 2026-11-25. Instead: the parameter userTypeId. */
  profile?: {
    accountId: string
    role: 'User' | 'Collaborator'
    external?: boolean
  }
  userTypeId?: string
  active?: boolean
  handOverTo?: string
}

/** Changes the type of a user, or switches it off and on. One of profile, userTypeId and active in a call. `handOverTo`, an addition, goes with active false: that user takes the place of this one as in deleteUser. */
export const modifyUser = /* @__PURE__ */ operation<ModifyUserInput, User>({
  id: 'modifyUser',
  method: 'PUT',
  paths: ['/users/{userId}'],
})

/** What {@link modifyUsersBulk} takes. */
export interface ModifyUsersBulkInput {
  userIds: string[]
  active?: boolean
}

/** Switches several users off or on */
export const modifyUsersBulk = /* @__PURE__ */ operation<ModifyUsersBulkInput, User>({
  id: 'modifyUsersBulk',
  method: 'PUT',
  paths: ['/users/{userIds}'],
})

/** What {@link deleteUser} takes. */
export interface DeleteUserInput {
  userId: string
  handOverTo?: string
}

/** Removes a user from the account. Ends all access at once: tokens, groups, what is shared with the user. `handOverTo` takes the place of the user: it gets what was shared, becomes responsible for tasks that are not finished, owner of projects and keeper of request forms. Without it nobody does, and the call is refused while nobody else reaches something that is shared with the user. The personal space stays, and is the user’s again after another invitation. */
export const deleteUser = /* @__PURE__ */ operation<DeleteUserInput, User>({
  id: 'deleteUser',
  method: 'DELETE',
  paths: ['/users/{userId}'],
})

/** What {@link getUserWork} takes. */
export interface GetUserWorkInput {
  userId: string
}

/** What a user has, before it is handed over */
export const getUserWork = /* @__PURE__ */ operation<GetUserWorkInput, UserWork>({
  id: 'getUserWork',
  method: 'GET',
  paths: ['/users/{userId}/work'],
})
