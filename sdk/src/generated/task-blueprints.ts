// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { AsyncJob } from './async-jobs.ts'
import type { CustomFieldValue } from './contacts.ts'
import type { ViewFieldFilterComparator } from './views.ts'

export interface TaskBlueprint {
  id: string
  title: string
  childIds: string[]
  scope: 'BpTask'
  permalink: string
  customFields?: CustomFieldValue[]
}

/** What {@link queryTaskBlueprints} takes. */
export interface QueryTaskBlueprintsInput {
  /** Exact */
  permalink?: string
  /** Part of the title, in any case */
  title?: string
  /** Without pages: 1,000 unless it says less */
  limit?: number
  pageSize?: number
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
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Task blueprints of all spaces. Each task of a blueprint is one, those in folder blueprints too; `childIds` are its subtasks. */
export const queryTaskBlueprints = /* @__PURE__ */ operation<QueryTaskBlueprintsInput, TaskBlueprint>({
  id: 'queryTaskBlueprints',
  method: 'GET',
  paths: ['/task_blueprints'],
  pageToken: 'nextPageToken',
})

/** What {@link querySpaceTaskBlueprints} takes. */
export interface QuerySpaceTaskBlueprintsInput {
  spaceId: string
  /** Exact */
  permalink?: string
  /** Without pages: 1,000 unless it says less */
  limit?: number
  pageSize?: number
  /** Members that come only when they are asked for. */
  fields?: 'customFields'[]
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Task blueprints of a space */
export const querySpaceTaskBlueprints = /* @__PURE__ */ operation<QuerySpaceTaskBlueprintsInput, TaskBlueprint>({
  id: 'querySpaceTaskBlueprints',
  method: 'GET',
  paths: ['/spaces/{spaceId}/task_blueprints'],
  pageToken: 'nextPageToken',
})

/** What {@link launchTaskBlueprint} takes. */
export interface LaunchTaskBlueprintInput {
  taskBlueprintId: string
  /** Makes a subtask */
  superTaskId?: string
  parentId?: string
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

/** Makes a task of a blueprint, in the background. Either `superTaskId` or `parentId` says where. The result of the job names the task. Nothing of it is seen before it is whole; more folders and tasks than `entryLimit` make the job fail. */
export const launchTaskBlueprint = /* @__PURE__ */ operation<LaunchTaskBlueprintInput, AsyncJob>({
  id: 'launchTaskBlueprint',
  method: 'POST',
  paths: ['/task_blueprints/{taskBlueprintId}/launch_async'],
})

/** What {@link createTaskBlueprint} takes. */
export interface CreateTaskBlueprintInput {
  taskId: string
  spaceId: string
  title?: string
  copyAttachments?: boolean
  /** Refused if there are more folders and tasks */
  entryLimit?: number
  /** Members that come only when they are asked for. */
  fields?: 'customFields'[]
}

/** Makes a blueprint of a task as it is now. With all below, in a space in which the caller may create folders. The original stays, and no longer has to do with it. */
export const createTaskBlueprint = /* @__PURE__ */ operation<CreateTaskBlueprintInput, TaskBlueprint>({
  id: 'createTaskBlueprint',
  method: 'POST',
  paths: ['/tasks/{taskId}/task_blueprints'],
})

/** What {@link updateTaskBlueprint} takes. */
export interface UpdateTaskBlueprintInput {
  taskBlueprintId: string
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

/** Changes a task blueprint */
export const updateTaskBlueprint = /* @__PURE__ */ operation<UpdateTaskBlueprintInput, TaskBlueprint>({
  id: 'updateTaskBlueprint',
  method: 'PUT',
  paths: ['/task_blueprints/{taskBlueprintId}'],
})

/** What {@link deleteTaskBlueprint} takes. */
export interface DeleteTaskBlueprintInput {
  taskBlueprintId: string
}

/** Deletes a task blueprint for good. With all in it that is in no other part of the same blueprint. What was made of it stays. */
export const deleteTaskBlueprint = /* @__PURE__ */ operation<DeleteTaskBlueprintInput, TaskBlueprint>({
  id: 'deleteTaskBlueprint',
  method: 'DELETE',
  paths: ['/task_blueprints/{taskBlueprintId}'],
})
