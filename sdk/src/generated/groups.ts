// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { Metadata } from './account.ts'

export interface Group {
  id: string
  accountId: string
  title: string
  memberIds: string[]
  childIds: string[]
  parentIds: string[]
  avatarUrl: string
  myTeam?: boolean
  metadata?: Metadata[]
}

/** What {@link queryGroups} takes. */
export interface QueryGroupsInput {
  metadata?: {
    key: string
    value?: string
  }
  pageSize?: number
  /** Members that come only when they are asked for. */
  fields?: 'metadata'[]
  /** The page after the one that gave this token. */
  pageToken?: string
}

/** Groups of the account. The token of the next page goes into `pageToken`. */
export const queryGroups = /* @__PURE__ */ operation<QueryGroupsInput, Group>({
  id: 'queryGroups',
  method: 'GET',
  paths: ['/groups'],
  pageToken: 'pageToken',
})

/** What {@link getGroup} takes. */
export interface GetGroupInput {
  groupId: string
  /** Members that come only when they are asked for. */
  fields?: 'metadata'[]
}

/** One group */
export const getGroup = /* @__PURE__ */ operation<GetGroupInput, Group>({
  id: 'getGroup',
  method: 'GET',
  paths: ['/groups/{groupId}'],
})

/** What {@link createGroup} takes. */
export interface CreateGroupInput {
  title: string
  members?: string[]
  parent?: string
  avatar?: {
    letters: string
    color: string
  }
  metadata?: ({
    key: string
    value?: string | null
  })[]
}

/** Creates a group */
export const createGroup = /* @__PURE__ */ operation<CreateGroupInput, Group>({
  id: 'createGroup',
  method: 'POST',
  paths: ['/groups'],
})

/** What {@link modifyGroup} takes. */
export interface ModifyGroupInput {
  groupId: string
  title?: string
  addMembers?: string[]
  removeMembers?: string[]
  addInvitations?: string[]
  removeInvitations?: string[]
  parent?: string
  avatar?: {
    letters: string
    color: string
  }
  metadata?: ({
    key: string
    value?: string | null
  })[]
}

/** Changes a group */
export const modifyGroup = /* @__PURE__ */ operation<ModifyGroupInput, Group>({
  id: 'modifyGroup',
  method: 'PUT',
  paths: ['/groups/{groupId}'],
})

/** What {@link modifyGroupsBulk} takes. */
export interface ModifyGroupsBulkInput {
  members: ({
    id: string
    addMembers?: string[]
    removeMembers?: string[]
  })[]
}

/** Changes the members of several groups */
export const modifyGroupsBulk = /* @__PURE__ */ operation<ModifyGroupsBulkInput, Group>({
  id: 'modifyGroupsBulk',
  method: 'PUT',
  paths: ['/groups_bulk'],
})

/** What {@link deleteGroup} takes. */
export interface DeleteGroupInput {
  groupId: string
  test?: boolean
}

/** Deletes a group. What was shared with it is no longer shared with its members. `test` only checks whether it is possible. */
export const deleteGroup = /* @__PURE__ */ operation<DeleteGroupInput, Group>({
  id: 'deleteGroup',
  method: 'DELETE',
  paths: ['/groups/{groupId}'],
})
