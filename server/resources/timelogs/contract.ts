import { deprecated } from '#contract/deprecation.ts'
import { dateText, idText, instantText, optional as member, model, number, oneOfText, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import {
  number as amount,
  date,
  flag,
  id,
  ids,
  instantOrRange,
  integer,
  listOf,
  oneOf,
  optional,
  presence,
  text,
  trackedRange,
} from '#contract/parameters.ts'

const billingTypes = ['Billable', 'NonBillable'] as const
const exportStatuses = ['NotExported', 'Exported', 'ReadyForExport'] as const

const TimelogFinance = model('TimelogFinance', { currency: string(), actualFees: number(), actualCost: number() })

export const Timelog = model('Timelog', {
  id: idText('Timelog'),
  taskId: idText('Task'),
  userId: idText('Contact'),
  categoryId: member(idText('TimelogCategory')),
  hours: number(),
  createdDate: instantText(),
  updatedDate: instantText(),
  trackedDate: dateText(),
  comment: string(),
  billingType: member(oneOfText(billingTypes)),
  approvalStatus: member(oneOfText(['NotSubmitted', 'Approved', 'Rejected', 'Pending'])),
  lockStatus: member(oneOfText(['Locked', 'Unlocked'])),
  exportStatus: member(oneOfText(exportStatuses)),
  finance: member(TimelogFinance),
})

const plainText = () => optional(flag({ description: 'true: the comment without markup; otherwise HTML' }))
const allFields = ['approvalStatus', 'lockStatus', 'exportStatus', 'billingType', 'finance'] as const
const hours = { minimum: 0, maximum: 24 }

export const queryTimelogs = operation({
  id: 'queryTimelogs',
  method: 'GET',
  paths: [
    '/timelogs',
    '/contacts/{contactId}/timelogs',
    '/folders/{folderId}/timelogs',
    '/tasks/{taskId}/timelogs',
    '/timelog_categories/{timelogCategoryId}/timelogs',
  ],
  summary: 'Records of time',
  description: 'Whole without `pageSize`. `me` counts by being there.',
  scopes: readScopes,
  kinds: { timelogs: Timelog },
  pageToken: 'nextPageToken',
  fields: allFields,
  parameters: {
    contactId: optional(id('Contact')),
    folderId: optional(id('Folder')),
    taskId: optional(id('Task')),
    timelogCategoryId: optional(id('TimelogCategory')),
    createdDate: optional(instantOrRange()),
    updatedDate: optional(instantOrRange()),
    trackedDate: optional(trackedRange()),
    me: optional(presence()),
    descendants: optional(flag({ default: true })),
    subTasks: deprecated(optional(flag({ default: true })), {
      since: '2026-11-25',
      instead: 'leave it out, and choose by taskId in the answer',
    }),
    plainText: plainText(),
    timelogCategories: optional(ids('TimelogCategory', { maxItems: 1000 })),
    billingTypes: optional(listOf(oneOf(billingTypes))),
    exportStatuses: optional(listOf(oneOf(exportStatuses))),
    approvalStatuses: optional(listOf(oneOf(['Draft', 'Approved', 'Rejected', 'Cancelled', 'Pending']))),
    limit: optional(integer({ minimum: 1 })),
    pageSize: optional(integer({ minimum: 1, maximum: 1000 })),
  },
})

export const getTimelogs = operation({
  id: 'getTimelogs',
  method: 'GET',
  paths: ['/timelogs/{timelogIds}'],
  summary: 'Records of time by id',
  scopes: readScopes,
  kinds: { timelogs: Timelog },
  fields: allFields,
  parameters: { timelogIds: ids('Timelog', { maxItems: 1000 }), plainText: plainText() },
})

export const createTimelog = operation({
  id: 'createTimelog',
  method: 'POST',
  paths: ['/tasks/{taskId}/timelogs'],
  summary: 'Records time spent on a task',
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timelogs: Timelog },
  fields: ['approvalStatus', 'billingType'],
  parameters: {
    taskId: id('Task'),
    comment: text({ minLength: 0 }),
    hours: amount(hours),
    trackedDate: date(),
    plainText: plainText(),
    categoryId: optional(id('TimelogCategory')),
    onBehalfOf: optional(id('Contact', { description: 'For another user; account admins only' })),
  },
})

export const updateTimelog = operation({
  id: 'updateTimelog',
  method: 'PUT',
  paths: ['/timelogs/{timelogId}'],
  summary: 'Changes a record of time',
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timelogs: Timelog },
  fields: ['approvalStatus', 'billingType'],
  parameters: {
    timelogId: id('Timelog'),
    comment: optional(text({ minLength: 0 })),
    hours: optional(amount(hours)),
    trackedDate: optional(date()),
    plainText: plainText(),
    categoryId: optional(id('TimelogCategory')),
  },
})

export const deleteTimelog = operation({
  id: 'deleteTimelog',
  method: 'DELETE',
  paths: ['/timelogs/{timelogId}'],
  summary: 'Deletes a record of time for good',
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timelogs: Timelog },
  parameters: { timelogId: id('Timelog') },
})
