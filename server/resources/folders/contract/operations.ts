import { customFieldFilter, customFieldValues } from '#contract/custom-field-value.ts'
import { deprecated } from '#contract/deprecation.ts'
import { metadataEntries, metadataFilter } from '#contract/metadata.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import {
  accessRolesByContact,
  contactOrInvitation,
  date,
  dayRange,
  filledText,
  flag,
  id,
  ids,
  instantRange,
  integer,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
} from '#contract/parameters.ts'
import { contractTypes, Folder, FolderTree, projectStatuses } from './models.ts'

const contacts = () => optional(listOf(contactOrInvitation()))
const withInvitations = () => optional(flag({ description: 'Names invited people by their invitation' }))
const plainTextCustomFields = () => optional(flag({ description: 'Strips markup from values of custom fields' }))
const title = () => filledText({ maxLength: 1000 })
const description = () => optional(text({ minLength: 0 }))

const projectCreate = () =>
  object({
    ownerIds: contacts(),
    status: optional(oneOf(projectStatuses)),
    customStatusId: optional(id('CustomStatus')),
    startDate: optional(date()),
    endDate: optional(date()),
    contractType: optional(oneOf(contractTypes)),
    budget: optional(number({ minimum: 0 })),
  })

const projectUpdate = () =>
  object({
    ownersAdd: contacts(),
    ownersRemove: contacts(),
    status: optional(oneOf(projectStatuses)),
    customStatusId: optional(id('CustomStatus')),
    startDate: optional(nullable(date())),
    endDate: optional(nullable(date())),
    contractType: optional(oneOf(contractTypes)),
    budget: optional(number({ minimum: 0 })),
  })

export const queryFolders = operation({
  id: 'queryFolders',
  method: 'GET',
  paths: ['/folders', '/spaces/{spaceId}/folders', '/folders/{folderId}/folders'],
  summary: 'The tree of folders, or folders by filter',
  description:
    'Without filters: the tree, each entry with the ids of its children. With descendants=false or any filter: full folders, without the logical ones. The kind of the answer tells which.',
  scopes: readScopes,
  kinds: { folderTree: FolderTree, folders: Folder },
  pageToken: 'nextPageToken',
  fields: [
    'metadata',
    'hasAttachments',
    'attachmentCount',
    'description',
    'briefDescription',
    'customFields',
    'customColumnIds',
    'superParentIds',
    'space',
    'contractType',
    'customItemTypeId',
    'finance',
  ],
  parameters: {
    spaceId: optional(id('Space')),
    folderId: optional(id('Folder')),
    permalink: optional(text({ minLength: 1 })),
    descendants: optional(flag()),
    metadata: optional(metadataFilter()),
    customField: deprecated(optional(customFieldFilter()), {
      since: '2026-11-25',
      why: 'It takes one field alone',
      instead: 'the parameter customFields, a list',
    }),
    customFields: optional(listOf(customFieldFilter(), { maxItems: 25 })),
    updatedDate: optional(instantRange()),
    withInvitations: withInvitations(),
    project: optional(flag()),
    deleted: optional(flag()),
    contractTypes: optional(listOf(oneOf(contractTypes))),
    plainTextCustomFields: plainTextCustomFields(),
    customItemTypes: optional(ids('CustomItemType', { maxItems: 1000 })),
    pageSize: optional(integer({ minimum: 1, maximum: 1000 })),
    customStatuses: optional(ids('CustomStatus')),
    authors: contacts(),
    owners: contacts(),
    startDate: optional(dayRange()),
    endDate: optional(dayRange()),
    completedDate: optional(dayRange()),
    title: optional(filledText()),
  },
})

export const getFoldersByIds = operation({
  id: 'getFoldersByIds',
  method: 'GET',
  paths: ['/folders/{folderIds}'],
  summary: 'Folders and projects by id',
  scopes: readScopes,
  kinds: { folders: Folder },
  fields: [
    'briefDescription',
    'customColumnIds',
    'attachmentCount',
    'contractType',
    'customItemTypeId',
    'finance',
    'accessRoles',
    'cascadingFields',
  ],
  parameters: {
    folderIds: ids('Folder', { maxItems: 1000 }),
    withInvitations: withInvitations(),
    plainTextCustomFields: plainTextCustomFields(),
  },
})

export const createFolder = operation({
  id: 'createFolder',
  method: 'POST',
  paths: ['/folders/{folderId}/folders'],
  summary: 'Creates a folder or a project',
  description: 'The root folder as parent makes one that is private to the caller; a space is a folder too.',
  scopes: writeScopes,
  kinds: { folders: Folder },
  fields: ['customItemTypeId', 'contractType'],
  parameters: {
    folderId: id('Folder'),
    title: title(),
    description: description(),
    shareds: contacts(),
    metadata: optional(metadataEntries()),
    customFields: optional(customFieldValues()),
    customColumns: optional(ids('CustomField')),
    project: optional(projectCreate()),
    userAccessRoles: optional(accessRolesByContact()),
    withInvitations: withInvitations(),
    customItemTypeId: optional(id('CustomItemType')),
    plainTextCustomFields: plainTextCustomFields(),
  },
})

export const updateFolder = operation({
  id: 'updateFolder',
  method: 'PUT',
  paths: ['/folders/{folderId}'],
  summary: 'Changes a folder or a project',
  description: 'Only what is sent changes. `project` makes a project of a folder, null makes a folder of a project.',
  scopes: writeScopes,
  conditional: true,
  kinds: { folders: Folder },
  fields: ['contractType'],
  parameters: {
    folderId: id('Folder'),
    title: optional(title()),
    description: description(),
    addParents: optional(ids('Folder')),
    removeParents: optional(ids('Folder')),
    addShareds: contacts(),
    removeShareds: contacts(),
    metadata: optional(metadataEntries()),
    restore: optional(flag({ description: 'Takes the folder out of the recycle bin' })),
    customFields: optional(customFieldValues()),
    customColumns: optional(ids('CustomField')),
    clearCustomColumns: optional(flag()),
    project: optional(nullable(projectUpdate())),
    addAccessRoles: optional(accessRolesByContact()),
    removeAccessRoles: contacts(),
    withInvitations: withInvitations(),
    convertToCustomItemType: optional(id('CustomItemType')),
    plainTextCustomFields: plainTextCustomFields(),
  },
})

export const updateFoldersBulk = operation({
  id: 'updateFoldersBulk',
  method: 'PUT',
  paths: ['/folders/{folderIds}'],
  summary: 'Changes several folders or projects',
  description: 'All or none. The answer is in the order of the request.',
  bulkOf: 'updateFolder',
  scopes: writeScopes,
  kinds: { folders: Folder },
  fields: ['contractType'],
  parameters: {
    folderIds: ids('Folder', { maxItems: 100 }),
    customFields: optional(customFieldValues()),
    convertToCustomItemType: optional(id('CustomItemType')),
    project: optional(nullable(projectUpdate())),
  },
})

export const deleteFolder = operation({
  id: 'deleteFolder',
  method: 'DELETE',
  paths: ['/folders/{folderId}'],
  summary: 'Moves a folder with everything below to the recycle bin',
  description: 'What also lives outside of it stays.',
  scopes: writeScopes,
  kinds: { folders: Folder },
  parameters: { folderId: id('Folder') },
})
