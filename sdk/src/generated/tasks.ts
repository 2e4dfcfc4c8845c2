// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { Metadata } from './account.ts'
import type { EffortAllocation } from './bookings.ts'
import type { CascadingFieldSetting } from './cascading-fields.ts'
import type { CustomFieldValue } from './contacts.ts'
import type { BudgetMetricHistoryItem, FolderTreeScope } from './folders.ts'
import type { TaskDates } from './reschedules.ts'
import type { ViewFieldFilterComparator } from './views.ts'

export interface Task {
  id: string
  accountId: string
  title: string
  description?: string
  briefDescription?: string
  parentIds?: string[]
  superParentIds?: string[]
  sharedIds?: string[]
  responsibleIds?: string[]
  responsiblePlaceholderIds?: string[]
  status: 'Active' | 'Completed' | 'Deferred' | 'Cancelled'
  importance: 'High' | 'Normal' | 'Low'
  createdDate: string
  updatedDate: string
  completedDate?: string
  dates: TaskDates
  scope: FolderTreeScope
  authorIds?: string[]
  customStatusId: string
  hasAttachments?: boolean
  attachmentCount?: number
  permalink: string
  priority: string
  followedByMe?: boolean
  followerIds?: string[]
  recurrent?: boolean
  superTaskIds?: string[]
  subTaskIds?: string[]
  dependencyIds?: string[]
  metadata?: Metadata[]
  customFields?: CustomFieldValue[]
  effortAllocation?: EffortAllocation
  billingType?: 'Billable' | 'NonBillable'
  finance?: TaskFinance
  customItemTypeId?: string
  workScheduleId?: string
  cascadingFieldSettings?: CascadingFieldSetting[]
}

export interface TaskFinance {
  currency: string
  actualFees?: number
  actualCost?: number
  plannedFees?: number
  plannedCost?: number
}

export interface TaskHistory {
  id: string
  plannedCost?: BudgetMetricHistoryItem[]
  plannedFees?: BudgetMetricHistoryItem[]
  actualFees?: BudgetMetricHistoryItem[]
  actualCost?: BudgetMetricHistoryItem[]
}

/** What {@link queryTasks} takes. */
export interface QueryTasksInput {
  folderId?: string
  spaceId?: string
  /** true: folders below are searched too; not for /tasks */
  descendants?: boolean
  /** Part of the title, in any case */
  title?: string
  status?: ('Active' | 'Completed' | 'Deferred' | 'Cancelled')[]
  importance?: 'High' | 'Normal' | 'Low'
  /** Any of them; an addition of this server */
  importances?: ('High' | 'Normal' | 'Low')[]
  startDate?: {
    start?: string
    equal?: string
    end?: string
  }
  dueDate?: {
    start?: string
    equal?: string
    end?: string
  }
  scheduledDate?: {
    start?: string
    equal?: string
    end?: string
  }
  createdDate?: {
    start?: string
    end?: string
  }
  updatedDate?: {
    start?: string
    end?: string
  }
  completedDate?: {
    start?: string
    end?: string
  }
  authors?: string[]
  responsibles?: string[]
  /** true: tasks that nobody is assigned to; beside `responsibles`, both come. An addition of this server */
  unassigned?: boolean
  responsiblePlaceholders?: string[]
  permalink?: string
  type?: 'Backlog' | 'Milestone' | 'Planned'
  /** Any of them: a Backlog task has no dates, a Milestone no start. An addition of this server */
  dateTypes?: ('Backlog' | 'Milestone' | 'Planned')[]
  limit?: number
  /** Priority (the order that people gave them) and CustomField are additions of this server */
  sortField?:
    | 'CreatedDate'
    | 'UpdatedDate'
    | 'CompletedDate'
    | 'DueDate'
    | 'StartFinishInterval'
    | 'Status'
    | 'Importance'
    | 'Title'
    | 'LastAccessDate'
    | 'Priority'
    | 'CustomField'
  /** With `sortField` CustomField: by which */
  sortCustomField?: string
  sortOrder?: 'Asc' | 'Desc'
  /** true: tasks that are only inside other tasks are listed too */
  subTasks?: boolean
  pageSize?: number
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
  customStatuses?: string[]
  /** true: people who are invited are listed too, by their invitation */
  withInvitations?: boolean
  billingTypes?: ('Billable' | 'NonBillable')[]
  /** true: values of custom fields without markup */
  plainTextCustomFields?: boolean
  customItemTypes?: string[]
  /** Members that come only when they are asked for. */
  fields?: (
    | 'authorIds'
    | 'hasAttachments'
    | 'attachmentCount'
    | 'parentIds'
    | 'superParentIds'
    | 'sharedIds'
    | 'responsibleIds'
    | 'responsiblePlaceholderIds'
    | 'description'
    | 'briefDescription'
    | 'recurrent'
    | 'superTaskIds'
    | 'subTaskIds'
    | 'dependencyIds'
    | 'metadata'
    | 'customFields'
    | 'effortAllocation'
    | 'billingType'
    | 'customItemTypeId'
    | 'followerIds'
    | 'workScheduleId'
    | 'finance')[]
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Tasks of the account, a folder or a space. Last update first, unless `sortField` says otherwise; with `sortField` the order is ascending by default. Tasks that are only inside other tasks need `subTasks=true`. A folder gives the tasks directly in it, with `descendants=true` those of all folders below it too. Without `pageSize` there is no token, and there are at most 1,000 tasks, except of a folder or space without `descendants`. A list that is read page by page keeps the order of its first page: a task that is there throughout comes exactly once, whatever others write. */
export const queryTasks = /* @__PURE__ */ operation<QueryTasksInput, Task>({
  id: 'queryTasks',
  method: 'GET',
  paths: ['/tasks', '/folders/{folderId}/tasks', '/spaces/{spaceId}/tasks'],
  pageToken: 'nextPageToken',
})

/** What {@link getTasksByIds} takes. */
export interface GetTasksByIdsInput {
  taskIds: string[]
  /** true: people who are invited are listed too, by their invitation */
  withInvitations?: boolean
  /** true: values of custom fields without markup */
  plainTextCustomFields?: boolean
  /** Members that come only when they are asked for. */
  fields?: (
    | 'recurrent'
    | 'attachmentCount'
    | 'effortAllocation'
    | 'billingType'
    | 'customItemTypeId'
    | 'responsiblePlaceholderIds'
    | 'workScheduleId'
    | 'finance'
    | 'cascadingFields')[]
}

/** Tasks by id */
export const getTasksByIds = /* @__PURE__ */ operation<GetTasksByIdsInput, Task>({
  id: 'getTasksByIds',
  method: 'GET',
  paths: ['/tasks/{taskIds}'],
})

/** What {@link queryTasksHistory} takes. */
export interface QueryTasksHistoryInput {
  taskIds: string[]
  updatedDate?: {
    start?: string
    end?: string
  }
  /** Members that come only when they are asked for. */
  fields?: ('plannedCost' | 'plannedFees' | 'actualFees' | 'actualCost')[]
}

/** What tasks have cost and brought, over time. For account admins. `updatedDate` is a window of the changes. Only what `fields` names comes. */
export const queryTasksHistory = /* @__PURE__ */ operation<QueryTasksHistoryInput, TaskHistory>({
  id: 'queryTasksHistory',
  method: 'GET',
  paths: ['/tasks/{taskIds}/tasks_history'],
})

/** What {@link createTask} takes. */
export interface CreateTaskInput {
  folderId: string
  title: string
  /** HTML; hostile parts are removed */
  description?: string
  /** The standard status of this group, in the workflow of the task's folder */
  status?: 'Active' | 'Completed' | 'Deferred' | 'Cancelled'
  importance?: 'High' | 'Normal' | 'Low'
  dates?: {
    type?: 'Backlog' | 'Milestone' | 'Planned'
    duration?: number
    start?: string
    due?: string
    workOnWeekends?: boolean
  }
  shareds?: string[]
  parents?: string[]
  responsibles?: string[]
  responsiblePlaceholders?: string[]
  followers?: string[]
  follow?: boolean
  priorityBefore?: string
  priorityAfter?: string
  superTasks?: string[]
  metadata?: ({
    key: string
    value?: string | null
  })[]
  customFields?: ({
    id: string
    value?: string | null
  })[]
  customStatus?: string
  effortAllocation?: {
    mode: 'None' | 'FullTime' | 'Basic' | 'Flexible'
    totalEffort?: number
    allocatedEffort?: number
    dailyAllocationPercentage?: number
    responsibleAllocation?: ({
      userId?: string
      placeholderId?: string
      dailyAllocation?: ({
        date: string
        effortMinutes: number
      })[]
    })[]
  }
  billingType?: 'Billable' | 'NonBillable'
  /** true: people who are invited are listed too, by their invitation */
  withInvitations?: boolean
  customItemTypeId?: string
  /** true: values of custom fields without markup */
  plainTextCustomFields?: boolean
  workScheduleId?: string
  /** Members that come only when they are asked for. */
  fields?: (
    | 'effortAllocation'
    | 'billingType'
    | 'customItemTypeId'
    | 'responsiblePlaceholderIds'
    | 'workScheduleId')[]
}

/** Creates a task. In the folder of the path and those of `parents`, or, with the root folder and `superTasks`, only inside other tasks. Without `dates` it is a Backlog task. */
export const createTask = /* @__PURE__ */ operation<CreateTaskInput, Task>({
  id: 'createTask',
  method: 'POST',
  paths: ['/folders/{folderId}/tasks'],
})

/** What {@link updateTask} takes. */
export interface UpdateTaskInput {
  taskId: string
  title?: string
  /** HTML; hostile parts are removed */
  description?: string
  /** The standard status of this group, in the workflow of the task's folder */
  status?: 'Active' | 'Completed' | 'Deferred' | 'Cancelled'
  importance?: 'High' | 'Normal' | 'Low'
  dates?: {
    type?: 'Backlog' | 'Milestone' | 'Planned'
    duration?: number
    start?: string
    due?: string
    workOnWeekends?: boolean
  }
  addShareds?: string[]
  removeShareds?: string[]
  addFollowers?: string[]
  /** Whether the caller follows the task */
  follow?: boolean
  priorityBefore?: string
  priorityAfter?: string
  addSuperTasks?: string[]
  removeSuperTasks?: string[]
  metadata?: ({
    key: string
    value?: string | null
  })[]
  restore?: boolean
  billingType?: 'Billable' | 'NonBillable'
  /** true: people who are invited are listed too, by their invitation */
  withInvitations?: boolean
  /** true: values of custom fields without markup */
  plainTextCustomFields?: boolean
  workScheduleId?: string | null
  customFields?: ({
    id: string
    value?: string | null
  })[]
  effortAllocation?: {
    mode: 'None' | 'FullTime' | 'Basic' | 'Flexible'
    totalEffort?: number
    allocatedEffort?: number
    dailyAllocationPercentage?: number
    responsibleAllocation?: ({
      userId?: string
      placeholderId?: string
      dailyAllocation?: ({
        date: string
        effortMinutes: number
      })[]
    })[]
  }
  setResponsibleAllocation?: ({
    userId?: string
    placeholderId?: string
    dailyAllocation?: ({
      date: string
      effortMinutes: number
    })[]
  })[]
  convertToCustomItemType?: string
  addParents?: string[]
  removeParents?: string[]
  addResponsibles?: string[]
  removeResponsibles?: string[]
  addResponsiblePlaceholders?: string[]
  removeResponsiblePlaceholders?: string[]
  customStatus?: string
  /** Members that come only when they are asked for. */
  fields?: ('effortAllocation' | 'billingType' | 'responsiblePlaceholderIds' | 'workScheduleId')[]
}

/** Changes a task. Only what is sent changes. `dates` moves the tasks that depend on this one out of its way. `restore=true` takes it out of the recycle bin. */
export const updateTask = /* @__PURE__ */ operation<UpdateTaskInput, Task>({
  id: 'updateTask',
  method: 'PUT',
  paths: ['/tasks/{taskId}'],
})

/** What {@link updateTasksBulk} takes. */
export interface UpdateTasksBulkInput {
  taskIds: string[]
  customFields?: ({
    id: string
    value?: string | null
  })[]
  effortAllocation?: {
    mode: 'None' | 'FullTime' | 'Basic' | 'Flexible'
    totalEffort?: number
    allocatedEffort?: number
    dailyAllocationPercentage?: number
    responsibleAllocation?: ({
      userId?: string
      placeholderId?: string
      dailyAllocation?: ({
        date: string
        effortMinutes: number
      })[]
    })[]
  }
  setResponsibleAllocation?: ({
    userId?: string
    placeholderId?: string
    dailyAllocation?: ({
      date: string
      effortMinutes: number
    })[]
  })[]
  convertToCustomItemType?: string
  addParents?: string[]
  removeParents?: string[]
  addResponsibles?: string[]
  removeResponsibles?: string[]
  addResponsiblePlaceholders?: string[]
  removeResponsiblePlaceholders?: string[]
  customStatus?: string
}

/** Changes several tasks alike. Two to 100 tasks; all or none of them change. */
export const updateTasksBulk = /* @__PURE__ */ operation<UpdateTasksBulkInput, Task>({
  id: 'updateTasksBulk',
  method: 'PUT',
  paths: ['/tasks/{taskIds}'],
})

/** What {@link deleteTask} takes. */
export interface DeleteTaskInput {
  taskId: string
}

/** Moves a task to the recycle bin. With the tasks that are only inside it. */
export const deleteTask = /* @__PURE__ */ operation<DeleteTaskInput, Task>({
  id: 'deleteTask',
  method: 'DELETE',
  paths: ['/tasks/{taskId}'],
})
