// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { Metadata } from './account.ts'
import type { AsyncJob } from './async-jobs.ts'
import type { CascadingFieldSetting } from './cascading-fields.ts'
import type { CustomFieldValue } from './contacts.ts'
import type { ViewFieldFilterComparator } from './views.ts'

export type FolderTreeColor =
  | 'None'
  | 'Person'
  | 'Purple1'
  | 'Purple2'
  | 'Purple3'
  | 'Purple4'
  | 'Indigo1'
  | 'Indigo2'
  | 'Indigo3'
  | 'Indigo4'
  | 'DarkBlue1'
  | 'DarkBlue2'
  | 'DarkBlue3'
  | 'DarkBlue4'
  | 'Blue1'
  | 'Blue2'
  | 'Blue3'
  | 'Blue4'
  | 'Turquoise1'
  | 'Turquoise2'
  | 'Turquoise3'
  | 'Turquoise4'
  | 'DarkCyan1'
  | 'DarkCyan2'
  | 'DarkCyan3'
  | 'DarkCyan4'
  | 'Green1'
  | 'Green2'
  | 'Green3'
  | 'Green4'
  | 'YellowGreen1'
  | 'YellowGreen2'
  | 'YellowGreen3'
  | 'YellowGreen4'
  | 'Yellow1'
  | 'Yellow2'
  | 'Yellow3'
  | 'Yellow4'
  | 'Orange1'
  | 'Orange2'
  | 'Orange3'
  | 'Orange4'
  | 'Red1'
  | 'Red2'
  | 'Red3'
  | 'Red4'
  | 'Pink1'
  | 'Pink2'
  | 'Pink3'
  | 'Pink4'
  | 'Gray1'
  | 'Gray2'
  | 'Gray3'

export type FolderTreeScope = 'WsRoot' | 'RbRoot' | 'WsFolder' | 'RbFolder' | 'WsTask' | 'RbTask'

export type ProjectStatus = 'Green' | 'Yellow' | 'Red' | 'Completed' | 'OnHold' | 'Cancelled' | 'Custom'

export interface FolderTree {
  id: string
  title: string
  color?: FolderTreeColor
  childIds?: string[]
  scope: FolderTreeScope
  project?: Project
  space?: boolean
  customItemTypeId?: string
}

export interface Project {
  authorId?: string
  ownerIds: string[]
  status?: ProjectStatus
  customStatusId?: string
  startDate?: string
  endDate?: string
  createdDate?: string
  completedDate?: string
  contractType?: 'Billable' | 'NonBillable'
  finance?: ProjectFinance
}

export interface ProjectFinance {
  currency: string
  actualFees?: number
  actualCost?: number
  plannedFees?: number
  plannedCost?: number
  budget?: number
}

export interface Folder {
  id: string
  accountId: string
  title: string
  createdDate: string
  updatedDate: string
  briefDescription?: string
  description?: string
  color?: FolderTreeColor
  sharedIds: string[]
  parentIds: string[]
  childIds: string[]
  superParentIds?: string[]
  scope: FolderTreeScope
  hasAttachments?: boolean
  attachmentCount?: number
  permalink: string
  workflowId: string
  metadata?: Metadata[]
  customFields?: CustomFieldValue[]
  customColumnIds?: string[]
  project?: Project
  space?: boolean
  customItemTypeId?: string
  userAccessRoles?: Record<string, string>
  cascadingFieldSettings?: CascadingFieldSetting[]
}

export interface FolderHistory {
  id: string
  project?: ProjectHistory
}

export interface ProjectHistory {
  plannedCost?: BudgetMetricHistoryItem[]
  plannedFees?: BudgetMetricHistoryItem[]
  actualCost?: BudgetMetricHistoryItem[]
  actualFees?: BudgetMetricHistoryItem[]
  budget?: BudgetMetricHistoryItem[]
}

export interface BudgetMetricHistoryItem {
  value: number
  startDate: string
  endDate?: string
}

/** What {@link queryFolders} takes. */
export interface QueryFoldersInput {
  spaceId?: string
  folderId?: string
  permalink?: string
  descendants?: boolean
  metadata?: {
    key: string
    value?: string
  }
  /** @deprecated Deprecated since 2026-11-25. It takes one field alone. Instead: the parameter customFields, a list. */
  customField?: {
    id: string
    comparator?: ViewFieldFilterComparator
    value?: string
    minValue?: string
    maxValue?: string
    values?: string[]
  }
  customFields?: ({
    id: string
    comparator?: ViewFieldFilterComparator
    value?: string
    minValue?: string
    maxValue?: string
    values?: string[]
  })[]
  updatedDate?: {
    start?: string
    end?: string
  }
  /** Names invited people by their invitation */
  withInvitations?: boolean
  project?: boolean
  deleted?: boolean
  contractTypes?: ('Billable' | 'NonBillable')[]
  /** Strips markup from values of custom fields */
  plainTextCustomFields?: boolean
  customItemTypes?: string[]
  pageSize?: number
  customStatuses?: string[]
  authors?: string[]
  owners?: string[]
  startDate?: {
    start?: string
    equal?: string
    end?: string
  }
  endDate?: {
    start?: string
    equal?: string
    end?: string
  }
  completedDate?: {
    start?: string
    equal?: string
    end?: string
  }
  title?: string
  /** Members that come only when they are asked for. */
  fields?: (
    | 'metadata'
    | 'hasAttachments'
    | 'attachmentCount'
    | 'description'
    | 'briefDescription'
    | 'customFields'
    | 'customColumnIds'
    | 'superParentIds'
    | 'space'
    | 'contractType'
    | 'customItemTypeId'
    | 'finance')[]
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** The tree of folders, or folders by filter. Without filters: the tree, each entry with the ids of its children. With descendants=false or any filter: full folders, without the logical ones. The kind of the answer tells which. */
export const queryFolders = /* @__PURE__ */ operation<QueryFoldersInput, FolderTree | Folder>({
  id: 'queryFolders',
  method: 'GET',
  paths: ['/folders', '/spaces/{spaceId}/folders', '/folders/{folderId}/folders'],
  pageToken: 'nextPageToken',
})

/** What {@link getFoldersByIds} takes. */
export interface GetFoldersByIdsInput {
  folderIds: string[]
  /** Names invited people by their invitation */
  withInvitations?: boolean
  /** Strips markup from values of custom fields */
  plainTextCustomFields?: boolean
  /** Members that come only when they are asked for. */
  fields?: (
    | 'briefDescription'
    | 'customColumnIds'
    | 'attachmentCount'
    | 'contractType'
    | 'customItemTypeId'
    | 'finance'
    | 'accessRoles'
    | 'cascadingFields')[]
}

/** Folders and projects by id */
export const getFoldersByIds = /* @__PURE__ */ operation<GetFoldersByIdsInput, Folder>({
  id: 'getFoldersByIds',
  method: 'GET',
  paths: ['/folders/{folderIds}'],
})

/** What {@link queryFoldersHistory} takes. */
export interface QueryFoldersHistoryInput {
  folderIds: string[]
  updatedDate?: {
    start?: string
    end?: string
  }
  /** Members that come only when they are asked for. */
  fields?: ('plannedCost' | 'plannedFees' | 'actualFees' | 'actualCost' | 'budget')[]
}

/** What projects have cost and brought, and their budgets, over time. For account admins; the role Full in a project gives its budget alone. `updatedDate` is a window of the changes. Only what `fields` names comes. */
export const queryFoldersHistory = /* @__PURE__ */ operation<QueryFoldersHistoryInput, FolderHistory>({
  id: 'queryFoldersHistory',
  method: 'GET',
  paths: ['/folders/{folderIds}/folders_history'],
})

/** What {@link createFolder} takes. */
export interface CreateFolderInput {
  folderId: string
  title: string
  description?: string
  shareds?: string[]
  metadata?: ({
    key: string
    value?: string | null
  })[]
  customFields?: ({
    id: string
    value?: string | null
  })[]
  customColumns?: string[]
  project?: {
    ownerIds?: string[]
    status?: ProjectStatus
    customStatusId?: string
    startDate?: string
    endDate?: string
    contractType?: 'Billable' | 'NonBillable'
    budget?: number
  }
  userAccessRoles?: Record<string, string>
  /** Names invited people by their invitation */
  withInvitations?: boolean
  customItemTypeId?: string
  /** Strips markup from values of custom fields */
  plainTextCustomFields?: boolean
  /** Members that come only when they are asked for. */
  fields?: ('customItemTypeId' | 'contractType')[]
}

/** Creates a folder or a project. The root folder as parent makes one that is private to the caller; a space is a folder too. */
export const createFolder = /* @__PURE__ */ operation<CreateFolderInput, Folder>({
  id: 'createFolder',
  method: 'POST',
  paths: ['/folders/{folderId}/folders'],
})

/** What {@link copyFolder} takes. */
export interface CopyFolderInput {
  folderId: string
  /** Parent of the copy */
  parent: string
  title: string
  /** Put before the title of every task */
  titlePrefix?: string
  copyDescriptions?: boolean
  copyResponsibles?: boolean
  copyCustomFields?: boolean
  /** All that is active moves along, in working time, so that it begins (or ends) on this day */
  rescheduleDate?: string
  rescheduleMode?: 'Start' | 'End'
  /** Refused if there are more folders and tasks */
  entryLimit?: number
  addResponsibles?: string[]
  removeResponsibles?: string[]
  /** False takes the first status of the same group in the workflow there */
  copyCustomStatuses?: boolean
  /** False makes all active */
  copyStatuses?: boolean
  /** What is below keeps its parents outside of the folder too */
  copyParents?: boolean
  /** Strips markup from values of custom fields */
  plainTextCustomFields?: boolean
}

/** Copies a folder or a project. With all folders below that the caller sees, their tasks and subtasks, and the dependencies among them. What is in several places of the folder is in the same places of the copy. Metadata, comments, attachments and shares are not copied: the copy inherits from its new parent. */
export const copyFolder = /* @__PURE__ */ operation<CopyFolderInput, Folder>({
  id: 'copyFolder',
  method: 'POST',
  paths: ['/copy_folder/{folderId}'],
})

/** What {@link copyFolderAsync} takes. */
export interface CopyFolderAsyncInput {
  folderId: string
  /** Parent of the copy */
  parent: string
  title: string
  /** Put before the title of every task */
  titlePrefix?: string
  copyDescriptions?: boolean
  copyResponsibles?: boolean
  copyCustomFields?: boolean
  /** All that is active moves along, in working time, so that it begins (or ends) on this day */
  rescheduleDate?: string
  rescheduleMode?: 'Start' | 'End'
  /** Refused if there are more folders and tasks */
  entryLimit?: number
  addResponsibles?: string[]
  removeResponsibles?: string[]
  /** False takes the first status of the same group in the workflow there */
  copyCustomStatuses?: boolean
  /** False makes all active */
  copyStatuses?: boolean
  /** What is below keeps its parents outside of the folder too */
  copyParents?: boolean
}

/** Copies a folder or a project in the background. With all folders below that the caller sees, their tasks and subtasks, and the dependencies among them. What is in several places of the folder is in the same places of the copy. Metadata, comments, attachments and shares are not copied: the copy inherits from its new parent. The result of the job names the copy; nothing of it is seen before it is whole. */
export const copyFolderAsync = /* @__PURE__ */ operation<CopyFolderAsyncInput, AsyncJob>({
  id: 'copyFolderAsync',
  method: 'POST',
  paths: ['/copy_folder_async/{folderId}'],
})

/** What {@link updateFolder} takes. */
export interface UpdateFolderInput {
  folderId: string
  title?: string
  description?: string
  addParents?: string[]
  removeParents?: string[]
  addShareds?: string[]
  removeShareds?: string[]
  metadata?: ({
    key: string
    value?: string | null
  })[]
  /** Takes the folder out of the recycle bin */
  restore?: boolean
  customFields?: ({
    id: string
    value?: string | null
  })[]
  customColumns?: string[]
  clearCustomColumns?: boolean
  project?: {
    ownersAdd?: string[]
    ownersRemove?: string[]
    status?: ProjectStatus
    customStatusId?: string
    startDate?: string | null
    endDate?: string | null
    contractType?: 'Billable' | 'NonBillable'
    budget?: number
  } | null
  addAccessRoles?: Record<string, string>
  removeAccessRoles?: string[]
  /** Names invited people by their invitation */
  withInvitations?: boolean
  convertToCustomItemType?: string
  /** Strips markup from values of custom fields */
  plainTextCustomFields?: boolean
  /** Members that come only when they are asked for. */
  fields?: 'contractType'[]
}

/** Changes a folder or a project. Only what is sent changes. `project` makes a project of a folder, null makes a folder of a project. */
export const updateFolder = /* @__PURE__ */ operation<UpdateFolderInput, Folder>({
  id: 'updateFolder',
  method: 'PUT',
  paths: ['/folders/{folderId}'],
})

/** What {@link updateFoldersBulk} takes. */
export interface UpdateFoldersBulkInput {
  folderIds: string[]
  customFields?: ({
    id: string
    value?: string | null
  })[]
  convertToCustomItemType?: string
  project?: {
    ownersAdd?: string[]
    ownersRemove?: string[]
    status?: ProjectStatus
    customStatusId?: string
    startDate?: string | null
    endDate?: string | null
    contractType?: 'Billable' | 'NonBillable'
    budget?: number
  } | null
  /** Members that come only when they are asked for. */
  fields?: 'contractType'[]
}

/** Changes several folders or projects. All or none. The answer is in the order of the request. */
export const updateFoldersBulk = /* @__PURE__ */ operation<UpdateFoldersBulkInput, Folder>({
  id: 'updateFoldersBulk',
  method: 'PUT',
  paths: ['/folders/{folderIds}'],
})

/** What {@link deleteFolder} takes. */
export interface DeleteFolderInput {
  folderId: string
}

/** Moves a folder with everything below to the recycle bin. What also lives outside of it stays. */
export const deleteFolder = /* @__PURE__ */ operation<DeleteFolderInput, Folder>({
  id: 'deleteFolder',
  method: 'DELETE',
  paths: ['/folders/{folderId}'],
})
