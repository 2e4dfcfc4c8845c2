import { CustomFieldValue } from '#contract/custom-field-value.ts'
import { EffortAllocation } from '#contract/effort-allocation.ts'
import { Metadata } from '#contract/metadata.ts'
import {
  arrayOf,
  boolean,
  idText,
  idTexts,
  instantText,
  localDateTimeText,
  model,
  number,
  oneOfText,
  optional,
  string,
} from '#contract/model.ts'
import { flag, localDateTime, optional as maybe, number as numberValue, object, oneOf } from '#contract/parameters.ts'
import { CascadingFieldSetting } from '../../cascading-fields/contract.ts'
import { scopes } from '../../folders/contract/models.ts'

export const statusGroups = ['Active', 'Completed', 'Deferred', 'Cancelled'] as const
export const importances = ['High', 'Normal', 'Low'] as const
export const dateTypes = ['Backlog', 'Milestone', 'Planned'] as const
export const billingTypes = ['Billable', 'NonBillable'] as const

export const TaskDates = model('TaskDates', {
  type: oneOfText(dateTypes),
  duration: optional(number()),
  start: optional(localDateTimeText()),
  due: optional(localDateTimeText()),
  workOnWeekends: optional(boolean()),
})

const TaskFinance = model('TaskFinance', {
  currency: string(),
  actualFees: optional(number()),
  actualCost: optional(number()),
  plannedFees: optional(number()),
  plannedCost: optional(number()),
})

export const Task = model('Task', {
  id: idText('Task'),
  accountId: idText('Account'),
  title: string(),
  description: optional(string()),
  briefDescription: optional(string()),
  parentIds: optional(idTexts('Folder')),
  superParentIds: optional(idTexts('Folder')),
  sharedIds: optional(idTexts('Contact')),
  responsibleIds: optional(idTexts('Contact')),
  responsiblePlaceholderIds: optional(idTexts('Placeholder')),
  status: oneOfText(statusGroups),
  importance: oneOfText(importances),
  createdDate: instantText(),
  updatedDate: instantText(),
  completedDate: optional(instantText()),
  dates: TaskDates,
  scope: oneOfText(scopes),
  authorIds: optional(idTexts('Contact')),
  customStatusId: idText('CustomStatus'),
  hasAttachments: optional(boolean()),
  attachmentCount: optional(number()),
  permalink: string(),
  priority: string(),
  followedByMe: optional(boolean()),
  followerIds: optional(idTexts('Contact')),
  recurrent: optional(boolean()),
  superTaskIds: optional(idTexts('Task')),
  subTaskIds: optional(idTexts('Task')),
  dependencyIds: optional(idTexts('Dependency')),
  metadata: optional(arrayOf(Metadata)),
  customFields: optional(arrayOf(CustomFieldValue)),
  effortAllocation: optional(EffortAllocation),
  billingType: optional(oneOfText(billingTypes)),
  finance: optional(TaskFinance),
  customItemTypeId: optional(idText('CustomItemType')),
  workScheduleId: optional(idText('WorkSchedule')),
  cascadingFieldSettings: optional(arrayOf(CascadingFieldSetting)),
})

/** Dates of a request: a day alone starts at 09:00 and is due at 17:00; one working day is 480 minutes. */
export const taskDates = () =>
  object({
    type: maybe(oneOf(dateTypes)),
    duration: maybe(numberValue({ minimum: 0, exclusiveMaximum: 1_800_000 })),
    start: maybe(localDateTime()),
    due: maybe(localDateTime()),
    workOnWeekends: maybe(flag()),
  })
