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
}

/** Creates a workflow. It starts with the statuses Active and Completed. */
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

/** Changes a workflow, or one of its statuses. Workflows and statuses are never deleted, but hidden. */
export const modifyWorkflow = /* @__PURE__ */ operation<ModifyWorkflowInput, Workflow>({
  id: 'modifyWorkflow',
  method: 'PUT',
  paths: ['/workflows/{workflowId}'],
})
