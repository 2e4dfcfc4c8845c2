// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Space {
  id: string
  title: string
  description?: string
  avatarUrl: string
  accessType: 'Personal' | 'Private' | 'Public' | 'Locked'
  archived: boolean
  members?: SpaceMember[]
  guestRoleId?: string
  defaultProjectWorkflowId?: string
  defaultTaskWorkflowId?: string
  suggestedProjectWorkflowIds?: string[]
  suggestedTaskWorkflowIds?: string[]
  workScheduleId?: string
}

export interface SpaceMember {
  id: string
  accessRoleId: string
  isManager: boolean
}

/** What {@link querySpaces} takes. */
export interface QuerySpacesInput {
  withArchived?: boolean
  /** true: only spaces the caller is a member of, itself or through a group */
  userIsMember?: boolean
  /** Names invited members by their invitation */
  withInvitations?: boolean
  /** Part of the title */
  title?: string
  accessTypes?: ('Personal' | 'Private' | 'Public' | 'Locked')[]
  /** Members that come only when they are asked for. */
  fields?: ('members' | 'workScheduleId')[]
}

/** Spaces the caller sees */
export const querySpaces = /* @__PURE__ */ operation<QuerySpacesInput, Space>({
  id: 'querySpaces',
  method: 'GET',
  paths: ['/spaces'],
})

/** What {@link getSpace} takes. */
export interface GetSpaceInput {
  spaceId: string
  /** Names invited members by their invitation */
  withInvitations?: boolean
  /** Members that come only when they are asked for. */
  fields?: ('members' | 'workScheduleId' | 'suggestedTaskWorkflows' | 'suggestedProjectWorkflows')[]
}

/** One space */
export const getSpace = /* @__PURE__ */ operation<GetSpaceInput, Space>({
  id: 'getSpace',
  method: 'GET',
  paths: ['/spaces/{spaceId}'],
})

/** What {@link createSpace} takes. */
export interface CreateSpaceInput {
  accessType: 'Private' | 'Public' | 'Locked'
  title: string
  description?: string
  /** Each person or group once */
  members?: ({
    id: string
    accessRoleId?: string
    isManager?: boolean
  })[]
  /** Role of regular users who are no members; public spaces only */
  guestRoleId?: string
  defaultProjectWorkflowId?: string
  suggestedProjectWorkflows?: string[]
  defaultTaskWorkflowId?: string
  suggestedTaskWorkflows?: string[]
  /** Names invited members by their invitation */
  withInvitations?: boolean
  workScheduleId?: string
  /** Members that come only when they are asked for. */
  fields?: ('members' | 'workScheduleId' | 'suggestedTaskWorkflows' | 'suggestedProjectWorkflows')[]
}

/** Creates a space. The caller becomes its manager unless `members` says otherwise. Locked ones are for account admins. */
export const createSpace = /* @__PURE__ */ operation<CreateSpaceInput, Space>({
  id: 'createSpace',
  method: 'POST',
  paths: ['/spaces'],
})

/** What {@link updateSpace} takes. */
export interface UpdateSpaceInput {
  spaceId: string
  accessType?: 'Private' | 'Public'
  title?: string
  description?: string
  /** Each person or group once */
  membersAdd?: ({
    id: string
    accessRoleId?: string
    isManager?: boolean
  })[]
  /** Each person or group once */
  membersUpdate?: ({
    id: string
    accessRoleId?: string
    isManager?: boolean
  })[]
  membersRemove?: string[]
  /** Role of regular users who are no members; public spaces only */
  guestRoleId?: string
  defaultProjectWorkflowId?: string
  suggestedProjectWorkflowsAdd?: string[]
  suggestedProjectWorkflowsRemove?: string[]
  defaultTaskWorkflowId?: string
  suggestedTaskWorkflowsAdd?: string[]
  suggestedTaskWorkflowsRemove?: string[]
  /** Names invited members by their invitation */
  withInvitations?: boolean
  workScheduleId?: string
  /** Members that come only when they are asked for. */
  fields?: ('members' | 'workScheduleId' | 'suggestedTaskWorkflows' | 'suggestedProjectWorkflows')[]
}

/** Changes a space. Only its managers may. A space cannot become Locked, and keeps at least one manager. */
export const updateSpace = /* @__PURE__ */ operation<UpdateSpaceInput, Space>({
  id: 'updateSpace',
  method: 'PUT',
  paths: ['/spaces/{spaceId}'],
})

/** What {@link deleteSpace} takes. */
export interface DeleteSpaceInput {
  spaceId: string
}

/** Moves a space with all its content to the recycle bin. A Locked one is erased for good. */
export const deleteSpace = /* @__PURE__ */ operation<DeleteSpaceInput, string>({
  id: 'deleteSpace',
  method: 'DELETE',
  paths: ['/spaces/{spaceId}'],
})
