// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

/** Somebody who reaches the place, with the role that counts and all ways by which they do; or who has to do with it and does not reach it (`reaches` false). */
export interface AccessEntry {
  type: 'Person' | 'Group' | 'Invitation'
  contactId?: string
  invitationId?: string
  name: string
  active: boolean
  reaches: boolean
  role?: 'Full' | 'Editor' | 'Limited' | 'ReadOnly'
  accessRoleId?: string
  isManager?: boolean
  relations: ('Author' | 'Responsible' | 'Follower' | 'Owner' | 'Approver')[]
  ways: AccessWay[]
}

/** One way by which somebody reaches the place: a task, folder or project is shared (`Shared`), or they are members of a space (`Member`), or a public space gives it to all regular users (`Guest`). `inherited`: from the place above that `placeId` names; without `placeId` that one is hidden from the caller. Without `role` a task is shared: that gives Full to who has no role through a folder. `groupId`: the share names that group; `hiddenGroup`: one that the caller does not know. */
export interface AccessWay {
  kind: 'Shared' | 'Member' | 'Guest'
  inherited: boolean
  role?: 'Full' | 'Editor' | 'Limited' | 'ReadOnly'
  placeType: 'Task' | 'Folder' | 'Project' | 'Space'
  placeId?: string
  placeTitle?: string
  groupId?: string
  groupName?: string
  hiddenGroup?: boolean
}

/** What the caller may do to a task, folder, project or space. */
export interface Permissions {
  id: string
  role: 'Full' | 'Editor' | 'Limited' | 'ReadOnly'
  permissions: (
    | 'read'
    | 'duplicate'
    | 'comment'
    | 'attach'
    | 'trackTime'
    | 'approve'
    | 'requestApproval'
    | 'changeStatus'
    | 'createTask'
    | 'editTask'
    | 'follow'
    | 'share'
    | 'move'
    | 'restore'
    | 'deleteTask'
    | 'createFolder'
    | 'editFolder'
    | 'addTo'
    | 'lockTime'
    | 'deleteFolder'
    | 'join'
    | 'submitForm'
    | 'manageForms')[]
}

/** What {@link queryAccess} takes. */
export interface QueryAccessInput {
  folderId?: string
  taskId?: string
  /** 100 unless it says otherwise */
  pageSize?: number
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Who can see a task, folder, project or space, and why. First groups that it is shared with, then people, then those invited, by name; people behind groups are told one by one. At the end those who have to do with it and cannot see it. Externals and collaborators are told of the people and groups they know. */
export const queryAccess = /* @__PURE__ */ operation<QueryAccessInput, AccessEntry>({
  id: 'queryAccess',
  method: 'GET',
  paths: ['/folders/{folderId}/access', '/tasks/{taskId}/access'],
  pageToken: 'nextPageToken',
})

/** What {@link queryPermissions} takes. */
export interface QueryPermissionsInput {
  folderIds?: string[]
  taskIds?: string[]
}

/** What the caller may do to tasks, folders, projects and spaces. In the order of the ids. A button that an app shows by this will not be refused for lack of a right. */
export const queryPermissions = /* @__PURE__ */ operation<QueryPermissionsInput, Permissions>({
  id: 'queryPermissions',
  method: 'GET',
  paths: ['/folders/{folderIds}/permissions', '/tasks/{taskIds}/permissions'],
})
