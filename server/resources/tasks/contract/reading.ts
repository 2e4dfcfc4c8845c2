import { customFieldFilter } from '#contract/custom-field-value.ts'
import { deprecated } from '#contract/deprecation.ts'
import { metadataFilter } from '#contract/metadata.ts'
import { operation, readScopes } from '#contract/operation.ts'
import {
  contactOrInvitation,
  dayRange,
  flag,
  id,
  ids,
  instantRange,
  integer,
  listOf,
  localRange,
  oneOf,
  onlyV3,
  optional,
  text,
} from '#contract/parameters.ts'
import { billingTypes, dateTypes, importances, statusGroups, Task } from './task.ts'

export const sortFields = [
  'CreatedDate',
  'UpdatedDate',
  'CompletedDate',
  'DueDate',
  'StartFinishInterval',
  'Status',
  'Importance',
  'Title',
  'LastAccessDate',
  // Additions of ours: the order that people gave tasks, and the value of a custom field.
  'Priority',
  'CustomField',
] as const

/** Words that the reading and the writing operations share. */
export const withInvitations = () =>
  optional(flag({ description: 'true: people who are invited are listed too, by their invitation' }))
export const plainTextCustomFields = () =>
  optional(flag({ description: 'true: values of custom fields without markup' }))

export const queryTasks = operation({
  id: 'queryTasks',
  method: 'GET',
  paths: ['/tasks', '/folders/{folderId}/tasks', '/spaces/{spaceId}/tasks'],
  summary: 'Tasks of the account, a folder or a space',
  description:
    'Last update first, unless `sortField` says otherwise; with `sortField` the order is ascending by default. Tasks that are only inside other tasks need `subTasks=true`. A folder gives the tasks directly in it, with `descendants=true` those of all folders below it too. Without `pageSize` there is no token, and there are at most 1,000 tasks, except of a folder or space without `descendants`. A list that is read page by page keeps the order of its first page: a task that is there throughout comes exactly once, whatever others write.',
  scopes: readScopes,
  kinds: { tasks: Task },
  fields: [
    'authorIds',
    'hasAttachments',
    'attachmentCount',
    'parentIds',
    'superParentIds',
    'sharedIds',
    'responsibleIds',
    'responsiblePlaceholderIds',
    'description',
    'briefDescription',
    'recurrent',
    'superTaskIds',
    'subTaskIds',
    'dependencyIds',
    'metadata',
    'customFields',
    'effortAllocation',
    'billingType',
    'customItemTypeId',
    'followerIds',
    'workScheduleId',
    'finance',
  ],
  pageToken: 'nextPageToken',
  parameters: {
    folderId: optional(id('Folder')),
    spaceId: optional(id('Space')),
    descendants: optional(flag({ description: 'true: folders below are searched too; not for /tasks' })),
    title: optional(text({ description: 'Part of the title, in any case' })),
    status: optional(listOf(oneOf(statusGroups))),
    importance: optional(oneOf(importances)),
    importances: optional(listOf(oneOf(importances), { description: 'Any of them; an addition of this server' })),
    startDate: optional(localRange()),
    dueDate: optional(localRange()),
    scheduledDate: optional(dayRange()),
    createdDate: optional(instantRange()),
    updatedDate: optional(instantRange()),
    completedDate: optional(instantRange()),
    authors: optional(listOf(id('Contact'))),
    responsibles: optional(listOf(contactOrInvitation())),
    unassigned: optional(
      flag({
        description:
          'true: tasks that nobody is assigned to; beside `responsibles`, both come. An addition of this server',
      }),
    ),
    shareds: onlyV3(optional(listOf(contactOrInvitation()))),
    responsiblePlaceholders: optional(ids('Placeholder')),
    permalink: optional(text()),
    type: optional(oneOf(dateTypes)),
    dateTypes: optional(
      listOf(oneOf(dateTypes), {
        description: 'Any of them: a Backlog task has no dates, a Milestone no start. An addition of this server',
      }),
    ),
    limit: optional(integer({ minimum: 1 })),
    sortField: optional(
      oneOf(sortFields, {
        description: 'Priority (the order that people gave them) and CustomField are additions of this server',
      }),
    ),
    sortCustomField: optional(id('CustomField', { description: 'With `sortField` CustomField: by which' })),
    sortOrder: optional(oneOf(['Asc', 'Desc'])),
    subTasks: optional(flag({ description: 'true: tasks that are only inside other tasks are listed too' })),
    pageSize: optional(integer({ minimum: 1, maximum: 1000 })),
    metadata: optional(metadataFilter()),
    customField: deprecated(optional(customFieldFilter()), {
      since: '2026-11-25',
      why: 'It takes one field alone',
      instead: 'the parameter customFields, a list',
    }),
    customFields: optional(listOf(customFieldFilter())),
    customStatuses: optional(ids('CustomStatus')),
    withInvitations: withInvitations(),
    billingTypes: optional(listOf(oneOf(billingTypes))),
    plainTextCustomFields: plainTextCustomFields(),
    customItemTypes: optional(ids('CustomItemType', { maxItems: 1000 })),
  },
})

export const getTasksByIds = operation({
  id: 'getTasksByIds',
  method: 'GET',
  paths: ['/tasks/{taskIds}'],
  summary: 'Tasks by id',
  scopes: readScopes,
  kinds: { tasks: Task },
  fields: [
    'recurrent',
    'attachmentCount',
    'effortAllocation',
    'billingType',
    'customItemTypeId',
    'responsiblePlaceholderIds',
    'workScheduleId',
    'finance',
    'cascadingFields',
  ],
  parameters: {
    taskIds: ids('Task', { maxItems: 1000 }),
    withInvitations: withInvitations(),
    plainTextCustomFields: plainTextCustomFields(),
  },
})
