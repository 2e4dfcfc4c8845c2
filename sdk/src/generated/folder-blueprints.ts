// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { AsyncJob } from './async-jobs.ts'
import type { CustomFieldValue } from './contacts.ts'
import type { ViewFieldFilterComparator } from './views.ts'

export interface FolderBlueprint {
  id: string
  title: string
  childIds: string[]
  scope: 'BpFolder'
  permalink: string
  customFields?: CustomFieldValue[]
}

/** What {@link queryFolderBlueprints} takes. */
export interface QueryFolderBlueprintsInput {
  /** Exact */
  permalink?: string
  /** Part of the title, in any case */
  title?: string
  customFields?: ({
    id: string
    comparator?: ViewFieldFilterComparator
    value?: string
    minValue?: string
    maxValue?: string
    values?: string[]
  })[]
  /** Members that come only when they are asked for. */
  fields?: 'customFields'[]
}

/** Folder and project blueprints of all spaces. Each folder of a blueprint is one; `childIds` are those below it. */
export const queryFolderBlueprints = /* @__PURE__ */ operation<QueryFolderBlueprintsInput, FolderBlueprint>({
  id: 'queryFolderBlueprints',
  method: 'GET',
  paths: ['/folder_blueprints'],
})

/** What {@link querySpaceFolderBlueprints} takes. */
export interface QuerySpaceFolderBlueprintsInput {
  spaceId: string
  /** Exact */
  permalink?: string
  /** Members that come only when they are asked for. */
  fields?: 'customFields'[]
}

/** Folder blueprints of a space */
export const querySpaceFolderBlueprints = /* @__PURE__ */ operation<QuerySpaceFolderBlueprintsInput, FolderBlueprint>({
  id: 'querySpaceFolderBlueprints',
  method: 'GET',
  paths: ['/spaces/{spaceId}/folder_blueprints'],
})

/** What {@link launchFolderBlueprint} takes. */
export interface LaunchFolderBlueprintInput {
  folderBlueprintId: string
  /** Parent of the new folder; the root folder makes it private */
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
  /** False: nobody is told of what is assigned to them */
  notifyResponsibles?: boolean
  copyAttachments?: boolean
}

/** Makes a folder of a blueprint, in the background. The result of the job names the folder. Nothing of it is seen before it is whole; more folders and tasks than `entryLimit` make the job fail. */
export const launchFolderBlueprint = /* @__PURE__ */ operation<LaunchFolderBlueprintInput, AsyncJob>({
  id: 'launchFolderBlueprint',
  method: 'POST',
  paths: ['/folder_blueprints/{folderBlueprintId}/launch_async'],
})

/** What {@link createFolderBlueprint} takes. */
export interface CreateFolderBlueprintInput {
  folderId: string
  spaceId: string
  title?: string
  copyAttachments?: boolean
  /** Refused if there are more folders and tasks */
  entryLimit?: number
  /** Members that come only when they are asked for. */
  fields?: 'customFields'[]
}

/** Makes a blueprint of a folder or project as it is now. With all below, in a space in which the caller may create folders. The original stays, and no longer has to do with it. */
export const createFolderBlueprint = /* @__PURE__ */ operation<CreateFolderBlueprintInput, FolderBlueprint>({
  id: 'createFolderBlueprint',
  method: 'POST',
  paths: ['/folders/{folderId}/folder_blueprints'],
})

/** What {@link updateFolderBlueprint} takes. */
export interface UpdateFolderBlueprintInput {
  folderBlueprintId: string
  title?: string
  /** HTML; hostile parts are removed */
  description?: string
  customFields?: ({
    id: string
    value?: string | null
  })[]
  /** Members that come only when they are asked for. */
  fields?: 'customFields'[]
}

/** Changes a folder blueprint */
export const updateFolderBlueprint = /* @__PURE__ */ operation<UpdateFolderBlueprintInput, FolderBlueprint>({
  id: 'updateFolderBlueprint',
  method: 'PUT',
  paths: ['/folder_blueprints/{folderBlueprintId}'],
})

/** What {@link deleteFolderBlueprint} takes. */
export interface DeleteFolderBlueprintInput {
  folderBlueprintId: string
}

/** Deletes a folder blueprint for good. With all in it that is in no other part of the same blueprint. What was made of it stays. */
export const deleteFolderBlueprint = /* @__PURE__ */ operation<DeleteFolderBlueprintInput, FolderBlueprint>({
  id: 'deleteFolderBlueprint',
  method: 'DELETE',
  paths: ['/folder_blueprints/{folderBlueprintId}'],
})
