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
}

/** Changes the type of a user, or switches it off and on. One of profile, userTypeId and active in a call. */
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
