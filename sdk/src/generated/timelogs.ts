// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type QueryTimelogsField = 'approvalStatus' | 'lockStatus' | 'exportStatus' | 'billingType' | 'finance'

export interface Timelog {
  id: string
  taskId: string
  userId: string
  categoryId?: string
  hours: number
  createdDate: string
  updatedDate: string
  trackedDate: string
  comment: string
  billingType?: 'Billable' | 'NonBillable'
  approvalStatus?: 'NotSubmitted' | 'Approved' | 'Rejected' | 'Pending'
  lockStatus?: 'Locked' | 'Unlocked'
  exportStatus?: 'NotExported' | 'Exported' | 'ReadyForExport'
  finance?: TimelogFinance
}

export interface TimelogFinance {
  currency: string
  actualFees: number
  actualCost: number
}

/** What {@link queryTimelogs} takes. */
export interface QueryTimelogsInput {
  contactId?: string
  folderId?: string
  taskId?: string
  timelogCategoryId?: string
  createdDate?: {
    start?: string
    equal?: string
    end?: string
  }
  updatedDate?: {
    start?: string
    equal?: string
    end?: string
  }
  trackedDate?: {
    start?: string
    equal?: string
    end?: string
  }
  me?: true
  descendants?: boolean
  /** @deprecated Deprecated since 2026-11-25. Instead: leave it out, and choose by taskId in the answer. */
  subTasks?: boolean
  /** true: the comment without markup; otherwise HTML */
  plainText?: boolean
  timelogCategories?: string[]
  billingTypes?: ('Billable' | 'NonBillable')[]
  exportStatuses?: ('NotExported' | 'Exported' | 'ReadyForExport')[]
  approvalStatuses?: ('Draft' | 'Approved' | 'Rejected' | 'Cancelled' | 'Pending')[]
  limit?: number
  pageSize?: number
  /** Members that come only when they are asked for. */
  fields?: QueryTimelogsField[]
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Records of time. Whole without `pageSize`. `me` counts by being there. */
export const queryTimelogs = /* @__PURE__ */ operation<QueryTimelogsInput, Timelog>({
  id: 'queryTimelogs',
  method: 'GET',
  paths: ['/timelogs', '/contacts/{contactId}/timelogs', '/folders/{folderId}/timelogs', '/tasks/{taskId}/timelogs', '/timelog_categories/{timelogCategoryId}/timelogs'],
  pageToken: 'nextPageToken',
})

/** What {@link getTimelogs} takes. */
export interface GetTimelogsInput {
  timelogIds: string[]
  /** true: the comment without markup; otherwise HTML */
  plainText?: boolean
  /** Members that come only when they are asked for. */
  fields?: QueryTimelogsField[]
}

/** Records of time by id */
export const getTimelogs = /* @__PURE__ */ operation<GetTimelogsInput, Timelog>({
  id: 'getTimelogs',
  method: 'GET',
  paths: ['/timelogs/{timelogIds}'],
})

/** What {@link createTimelog} takes. */
export interface CreateTimelogInput {
  taskId: string
  comment: string
  hours: number
  trackedDate: string
  /** true: the comment without markup; otherwise HTML */
  plainText?: boolean
  categoryId?: string
  /** For another user; account admins only */
  onBehalfOf?: string
  /** Members that come only when they are asked for. */
  fields?: ('approvalStatus' | 'billingType')[]
}

/** Records time spent on a task */
export const createTimelog = /* @__PURE__ */ operation<CreateTimelogInput, Timelog>({
  id: 'createTimelog',
  method: 'POST',
  paths: ['/tasks/{taskId}/timelogs'],
})

/** What {@link updateTimelog} takes. */
export interface UpdateTimelogInput {
  timelogId: string
  comment?: string
  hours?: number
  trackedDate?: string
  /** true: the comment without markup; otherwise HTML */
  plainText?: boolean
  categoryId?: string
  /** Members that come only when they are asked for. */
  fields?: ('approvalStatus' | 'billingType')[]
}

/** Changes a record of time */
export const updateTimelog = /* @__PURE__ */ operation<UpdateTimelogInput, Timelog>({
  id: 'updateTimelog',
  method: 'PUT',
  paths: ['/timelogs/{timelogId}'],
})

/** What {@link deleteTimelog} takes. */
export interface DeleteTimelogInput {
  timelogId: string
}

/** Deletes a record of time for good */
export const deleteTimelog = /* @__PURE__ */ operation<DeleteTimelogInput, Timelog>({
  id: 'deleteTimelog',
  method: 'DELETE',
  paths: ['/timelogs/{timelogId}'],
})
