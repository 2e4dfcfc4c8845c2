/** What can happen to a task, folder, project or space. */
export const acts = [
  'Created',
  'Deleted',
  'Restored',
  'TitleChanged',
  'DescriptionChanged',
  'StatusChanged',
  'ImportanceChanged',
  'DatesChanged',
  'WorkScheduleChanged',
  'CustomFieldsChanged',
  'EffortChanged',
  'TypeChanged',
  'BillingTypeChanged',
  'BudgetChanged',
  'ResponsiblesChanged',
  'PlaceholdersChanged',
  'FollowersChanged',
  'OwnersChanged',
  'SharingChanged',
  'AccessRolesChanged',
  'ParentsChanged',
  'SuperTasksChanged',
  'SpaceChanged',
  'CommentAdded',
  'CommentChanged',
  'CommentDeleted',
  'AttachmentAdded',
  'AttachmentDeleted',
  'ApprovalRequested',
  'ApprovalChanged',
  'ApprovalStatusChanged',
  'ApprovalDecided',
  'ApprovalDecisionsReset',
  'ApproversChanged',
  'DependencyAdded',
  'DependencyChanged',
  'DependencyDeleted',
  'TimelogAdded',
  'TimelogChanged',
  'TimelogDeleted',
] as const
export type Act = (typeof acts)[number]

/** What an act may name. */
export const refTypes = ['Contact', 'Folder', 'Task'] as const
export type Ref = { type: (typeof refTypes)[number]; number: number }

/** What something was or became, in numbers and columns; the presenter gives it names. */
export interface State {
  title?: unknown
  customStatusId?: unknown
  importance?: unknown
  dateType?: unknown
  start?: unknown
  due?: unknown
  durationMinutes?: unknown
  itemTypeId?: unknown
  billingType?: unknown
  accessType?: unknown
  decision?: unknown
  status?: unknown
  relationType?: unknown
  hours?: unknown
  trackedDate?: unknown
  budget?: unknown
}

/** What an event amounts to in the history of an item. */
export interface Read {
  act: Act
  from?: State
  to?: State
  added?: Ref[]
  removed?: Ref[]
  fields?: { id: number; from: string | undefined; to: string | undefined }[]
  commentId?: number
  attachmentId?: number
  approvalId?: number
  /** Told only if the references are visible. */
  needsRefs?: true
  /** Told only to the role Full. */
  needsFull?: true
}
