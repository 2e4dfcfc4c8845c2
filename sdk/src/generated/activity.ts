// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type ActivityAct =
  | 'Created'
  | 'Deleted'
  | 'Restored'
  | 'TitleChanged'
  | 'DescriptionChanged'
  | 'StatusChanged'
  | 'ImportanceChanged'
  | 'DatesChanged'
  | 'WorkScheduleChanged'
  | 'CustomFieldsChanged'
  | 'EffortChanged'
  | 'TypeChanged'
  | 'BillingTypeChanged'
  | 'BudgetChanged'
  | 'ResponsiblesChanged'
  | 'PlaceholdersChanged'
  | 'FollowersChanged'
  | 'OwnersChanged'
  | 'SharingChanged'
  | 'AccessRolesChanged'
  | 'ParentsChanged'
  | 'SuperTasksChanged'
  | 'SpaceChanged'
  | 'CommentAdded'
  | 'CommentChanged'
  | 'CommentDeleted'
  | 'AttachmentAdded'
  | 'AttachmentDeleted'
  | 'ApprovalRequested'
  | 'ApprovalChanged'
  | 'ApprovalStatusChanged'
  | 'ApprovalDecided'
  | 'ApprovalDecisionsReset'
  | 'ApproversChanged'
  | 'DependencyAdded'
  | 'DependencyChanged'
  | 'DependencyDeleted'
  | 'TimelogAdded'
  | 'TimelogChanged'
  | 'TimelogDeleted'

/** Something that happened to a task, folder, project or space. `hidden`: so many more people, folders or tasks were added or removed, which the caller does not see. Without an author the server did it, or somebody the caller does not know. */
export interface Activity {
  id: string
  date: string
  act: ActivityAct
  authorId?: string
  authorName?: string
  /** What something was, or became; only members that the act is about. Names are those of now. */
  from?: ActivityState
  /** What something was, or became; only members that the act is about. Names are those of now. */
  to?: ActivityState
  customFields?: ActivityField[]
  added?: ActivityReference[]
  removed?: ActivityReference[]
  hidden?: number
  commentId?: string
  attachmentId?: string
  approvalId?: string
}

/** What something was, or became; only members that the act is about. Names are those of now. */
export interface ActivityState {
  title?: string
  status?: string
  customStatusId?: string
  importance?: string
  dateType?: string
  start?: string
  due?: string
  durationMinutes?: number
  customItemType?: string
  billingType?: string
  accessType?: string
  decision?: string
  relationType?: string
  hours?: number
  trackedDate?: string
  budget?: number
}

export interface ActivityField {
  customFieldId: string
  title: string
  from?: string
  to?: string
}

export interface ActivityReference {
  type: 'Contact' | 'Folder' | 'Task'
  id: string
  name: string
}

/** What {@link queryActivity} takes. */
export interface QueryActivityInput {
  folderId?: string
  taskId?: string
  /** Only these */
  acts?: ActivityAct[]
  /** 50 unless it says otherwise */
  pageSize?: number
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** What happened to a task, folder, project or space; newest first. Always page by page. Changes of descriptions and comments are told without their texts; what is below a folder has a history of its own. What one change did together has the same date and author. Budgets are told to the role Full. */
export const queryActivity = /* @__PURE__ */ operation<QueryActivityInput, Activity>({
  id: 'queryActivity',
  method: 'GET',
  paths: ['/folders/{folderId}/activity', '/tasks/{taskId}/activity'],
  pageToken: 'nextPageToken',
})
