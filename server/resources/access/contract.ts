import { folderActions, spaceActions, taskActions } from '#access/permissions.ts'
import { arrayOf, boolean, idText, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { id, ids, integer, optional as maybe } from '#contract/parameters.ts'

/** Names of the built-in access roles, the one that may most first. */
export const roleNames = ['Full', 'Editor', 'Limited', 'ReadOnly'] as const
export const relations = ['Author', 'Responsible', 'Follower', 'Owner', 'Approver'] as const
export const wayKinds = ['Shared', 'Member', 'Guest'] as const
export const placeTypes = ['Task', 'Folder', 'Project', 'Space'] as const

const AccessWay = model(
  'AccessWay',
  {
    kind: oneOfText(wayKinds),
    inherited: boolean(),
    role: optional(oneOfText(roleNames)),
    placeType: oneOfText(placeTypes),
    placeId: optional(string()),
    placeTitle: optional(string()),
    groupId: optional(idText('Contact')),
    groupName: optional(string()),
    hiddenGroup: optional(boolean()),
  },
  {
    description:
      'One way by which somebody reaches the place: a task, folder or project is shared (`Shared`), or they are members of a space (`Member`), or a public space gives it to all regular users (`Guest`). `inherited`: from the place above that `placeId` names; without `placeId` that one is hidden from the caller. Without `role` a task is shared: that gives Full to who has no role through a folder. `groupId`: the share names that group; `hiddenGroup`: one that the caller does not know.',
  },
)

export const AccessEntry = model(
  'AccessEntry',
  {
    type: oneOfText(['Person', 'Group', 'Invitation']),
    contactId: optional(idText('Contact')),
    invitationId: optional(idText('Invitation')),
    name: string(),
    active: boolean(),
    reaches: boolean(),
    role: optional(oneOfText(roleNames)),
    accessRoleId: optional(idText('AccessRole')),
    isManager: optional(boolean()),
    relations: arrayOf(oneOfText(relations)),
    ways: arrayOf(AccessWay),
  },
  {
    description:
      'Somebody who reaches the place, with the role that counts and all ways by which they do; or who has to do with it and does not reach it (`reaches` false).',
  },
)

export const Permissions = model(
  'Permissions',
  {
    id: string(),
    role: oneOfText(roleNames),
    permissions: arrayOf(oneOfText([...new Set([...taskActions, ...folderActions, ...spaceActions])] as const)),
  },
  { description: 'What the caller may do to a task, folder, project or space.' },
)

export const queryAccess = operation({
  id: 'queryAccess',
  method: 'GET',
  paths: ['/folders/{folderId}/access', '/tasks/{taskId}/access'],
  summary: 'Who can see a task, folder, project or space, and why',
  description:
    'First groups that it is shared with, then people, then those invited, by name; people behind groups are told one by one. At the end those who have to do with it and cannot see it. Externals and collaborators are told of the people and groups they know.',
  scopes: readScopes,
  addition: true,
  kinds: { access: AccessEntry },
  pageToken: 'nextPageToken',
  parameters: {
    folderId: maybe(id('Folder')),
    taskId: maybe(id('Task')),
    pageSize: maybe(integer({ minimum: 1, maximum: 1000, description: '100 unless it says otherwise' })),
  },
})

export const queryPermissions = operation({
  id: 'queryPermissions',
  method: 'GET',
  paths: ['/folders/{folderIds}/permissions', '/tasks/{taskIds}/permissions'],
  summary: 'What the caller may do to tasks, folders, projects and spaces',
  description: 'In the order of the ids. A button that an app shows by this will not be refused for lack of a right.',
  scopes: readScopes,
  addition: true,
  kinds: { permissions: Permissions },
  parameters: {
    folderIds: maybe(ids('Folder', { maxItems: 100 })),
    taskIds: maybe(ids('Task', { maxItems: 100 })),
  },
})
