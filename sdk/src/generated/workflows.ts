// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { ColorInfoName } from './colors.ts'

export interface Workflow {
  id: string
  name: string
  description?: string
  standard: boolean
  hidden: boolean
  customStatuses: CustomStatus[]
  spaceId?: string
  dataUsageStatistics?: Record<string, unknown>
}

export interface CustomStatus {
  id: string
  name: string
  standardName: boolean
  color?: ColorInfoName
  standard: boolean
  group: 'Active' | 'Completed' | 'Deferred' | 'Cancelled'
  hidden: boolean
}

/** What goes by a workflow in the whole account, whoever sees it: spaces that suggest it, folders and projects whose tasks follow it, custom item types that begin with it, and what has each status. */
export interface WorkflowUse {
  workflowId: string
  spaces: number
  folders: number
  itemTypes: number
  statuses: CustomStatusUse[]
}

export interface CustomStatusUse {
  customStatusId: string
  tasks: number
  projects: number
}

/** What {@link queryWorkflows} takes. */
export interface QueryWorkflowsInput {
  spaceId?: string
  /** Members that come only when they are asked for. */
  fields?: 'dataUsageStatistics'[]
}

/** Workflows with their statuses. The default workflow first. A space has those of the account and its own. */
export const queryWorkflows = /* @__PURE__ */ operation<QueryWorkflowsInput, Workflow>({
  id: 'queryWorkflows',
  method: 'GET',
  paths: ['/workflows', '/spaces/{spaceId}/workflows'],
})

/** What {@link createWorkflow} takes. */
export interface CreateWorkflowInput {
  name: string
  description?: string
  spaceId?: string
}

/** Creates a workflow. It starts with the statuses Active and Completed. With `spaceId`, an addition, it belongs to that space; the caller must be able to edit it. */
export const createWorkflow = /* @__PURE__ */ operation<CreateWorkflowInput, Workflow>({
  id: 'createWorkflow',
  method: 'POST',
  paths: ['/workflows'],
})

/** What {@link modifyWorkflow} takes. */
export interface ModifyWorkflowInput {
  workflowId: string
  name?: string
  description?: string
  hidden?: boolean
  statusOrder?: string[]
  /** With id that status changes, with group a new one is added */
  customStatus?: {
    id?: string
    name?: string
    color?: ColorInfoName
    group?: 'Active' | 'Completed' | 'Deferred' | 'Cancelled'
    hidden?: boolean
    /** Accepted from old clients, without effect */
    standard?: boolean
    /** Accepted from old clients, without effect */
    standardName?: boolean
  }
}

/** Changes a workflow, or one of its statuses. Workflows and statuses are hidden rather than deleted (but see deleteCustomStatus). `statusOrder`, an addition, names all statuses of the workflow in their new order; answers still begin with those of the group Active. */
export const modifyWorkflow = /* @__PURE__ */ operation<ModifyWorkflowInput, Workflow>({
  id: 'modifyWorkflow',
  method: 'PUT',
  paths: ['/workflows/{workflowId}'],
})

/** What {@link getWorkflowUse} takes. */
export interface GetWorkflowUseInput {
  workflowId: string
}

/** Where a workflow is used. What lies in the recycle bin does not count. */
export const getWorkflowUse = /* @__PURE__ */ operation<GetWorkflowUseInput, WorkflowUse>({
  id: 'getWorkflowUse',
  method: 'GET',
  paths: ['/workflows/{workflowId}/use'],
})

/** What {@link deleteCustomStatus} takes. */
export interface DeleteCustomStatusInput {
  workflowId: string
  customStatusId: string
  replacementId: string
}

/** Deletes a status, and gives what has it another. Tasks and projects, those in the recycle bin among them, get `replacementId`, a status of the same workflow and group. Statuses that every account has are only hidden; so is one that more than 20000 tasks and projects have. */
export const deleteCustomStatus = /* @__PURE__ */ operation<DeleteCustomStatusInput, Workflow>({
  id: 'deleteCustomStatus',
  method: 'DELETE',
  paths: ['/workflows/{workflowId}/custom_statuses/{customStatusId}'],
})
