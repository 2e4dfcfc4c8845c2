// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface CustomItemType {
  id: string
  title: string
  relatedType: 'Project' | 'Task'
  spaceId?: string
  description?: string
  customFieldIds: string[]
  icon: Record<string, unknown>
  isDeleted: boolean
  archivedOn?: string
  archivedBy?: string
  dataUsageStatistics?: Record<string, unknown>
  defaultWorkflowId?: string
}

export interface CreatedWork {
  id: string
  relatedType: 'Project' | 'Task'
}

/** What {@link queryCustomItemTypes} takes. */
export interface QueryCustomItemTypesInput {
  spaceId?: string
  /** Part of the title, in any case */
  title?: string
  limit?: number
  withDeleted?: boolean
  type?: 'Project' | 'Task'
  /** Members that come only when they are asked for. */
  fields?: 'dataUsageStatistics'[]
}

/** Custom item types of the account and of the spaces the caller sees, or those of one space */
export const queryCustomItemTypes = /* @__PURE__ */ operation<QueryCustomItemTypesInput, CustomItemType>({
  id: 'queryCustomItemTypes',
  method: 'GET',
  paths: ['/custom_item_types', '/spaces/{spaceId}/custom_item_types'],
})

/** What {@link getCustomItemTypesByIds} takes. */
export interface GetCustomItemTypesByIdsInput {
  customItemTypeIds: string[]
  withDeleted?: boolean
  /** Members that come only when they are asked for. */
  fields?: 'dataUsageStatistics'[]
}

/** Custom item types by id */
export const getCustomItemTypesByIds = /* @__PURE__ */ operation<GetCustomItemTypesByIdsInput, CustomItemType>({
  id: 'getCustomItemTypesByIds',
  method: 'GET',
  paths: ['/custom_item_types/{customItemTypeIds}'],
})

/** What {@link instantiateCustomItemType} takes. */
export interface InstantiateCustomItemTypeInput {
  customItemTypeId: string
  superTaskId?: string
  parentId?: string
  title: string
}

/** Makes a task or project of a custom item type. Below a folder (`parentId`), or as a subtask (`superTaskId`): exactly one of them. */
export const instantiateCustomItemType = /* @__PURE__ */ operation<InstantiateCustomItemTypeInput, CreatedWork>({
  id: 'instantiateCustomItemType',
  method: 'POST',
  paths: ['/custom_item_types/{customItemTypeId}/instantiate'],
})

/** What {@link createCustomItemType} takes. */
export interface CreateCustomItemTypeInput {
  title: string
  relatedType: 'Project' | 'Task'
  spaceId?: string
  description?: string
  /** Fields of everything made from it */
  customFieldIds?: string[]
  /** Kept as it is */
  icon?: Record<string, unknown>
  defaultWorkflowId?: string
}

/** Creates a custom item type. Of the whole account by admins, of a space by those whose role in it is Full. */
export const createCustomItemType = /* @__PURE__ */ operation<CreateCustomItemTypeInput, CustomItemType>({
  id: 'createCustomItemType',
  method: 'POST',
  paths: ['/custom_item_types'],
})

/** What {@link updateCustomItemType} takes. */
export interface UpdateCustomItemTypeInput {
  customItemTypeId: string
  title?: string
  description?: string
  /** Fields of everything made from it */
  customFieldIds?: string[]
  /** Kept as it is */
  icon?: Record<string, unknown>
  defaultWorkflowId?: string | null
  archived?: boolean
}

/** Changes a custom item type. What was made from it stays as it is. Nothing new is made from an archived one. */
export const updateCustomItemType = /* @__PURE__ */ operation<UpdateCustomItemTypeInput, CustomItemType>({
  id: 'updateCustomItemType',
  method: 'PUT',
  paths: ['/custom_item_types/{customItemTypeId}'],
})

/** What {@link deleteCustomItemType} takes. */
export interface DeleteCustomItemTypeInput {
  customItemTypeId: string
}

/** Deletes a custom item type. What was made from it keeps it. */
export const deleteCustomItemType = /* @__PURE__ */ operation<DeleteCustomItemTypeInput, CustomItemType>({
  id: 'deleteCustomItemType',
  method: 'DELETE',
  paths: ['/custom_item_types/{customItemTypeId}'],
})
