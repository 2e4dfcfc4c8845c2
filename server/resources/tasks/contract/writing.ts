import { customFieldValues } from '#contract/custom-field-value.ts'
import { effortAllocation, responsibleAllocations } from '#contract/effort-allocation.ts'
import { metadataEntries } from '#contract/metadata.ts'
import { operation, writeScopes } from '#contract/operation.ts'
import {
  contactOrInvitation,
  filledText,
  flag,
  id,
  ids,
  listOf,
  nullable,
  oneOf,
  optional,
  text,
} from '#contract/parameters.ts'
import { plainTextCustomFields, withInvitations } from './reading.ts'
import { billingTypes, importances, statusGroups, Task, taskDates } from './task.ts'

const title = () => filledText({ maxLength: 1000 })
const description = () => optional(text({ minLength: 0, description: 'HTML; hostile parts are removed' }))
const status = () =>
  optional(
    oneOf(statusGroups, { description: "The standard status of this group, in the workflow of the task's folder" }),
  )
const people = () => optional(listOf(contactOrInvitation()))
const folders = () => optional(ids('Folder'))
const tasks = () => optional(ids('Task'))
const placeholders = () => optional(ids('Placeholder'))
const priority = () => optional(id('Task'))

export const createTask = operation({
  id: 'createTask',
  method: 'POST',
  paths: ['/folders/{folderId}/tasks'],
  summary: 'Creates a task',
  description:
    'In the folder of the path and those of `parents`, or, with the root folder and `superTasks`, only inside other tasks. Without `dates` it is a Backlog task.',
  scopes: writeScopes,
  kinds: { tasks: Task },
  fields: ['effortAllocation', 'billingType', 'customItemTypeId', 'responsiblePlaceholderIds', 'workScheduleId'],
  parameters: {
    folderId: id('Folder'),
    title: title(),
    description: description(),
    status: status(),
    importance: optional(oneOf(importances)),
    dates: optional(taskDates()),
    shareds: people(),
    parents: folders(),
    responsibles: people(),
    responsiblePlaceholders: placeholders(),
    followers: optional(listOf(id('Contact'))),
    follow: optional(flag()),
    priorityBefore: priority(),
    priorityAfter: priority(),
    superTasks: tasks(),
    metadata: optional(metadataEntries()),
    customFields: optional(customFieldValues()),
    customStatus: optional(id('CustomStatus')),
    effortAllocation: optional(effortAllocation()),
    billingType: optional(oneOf(billingTypes)),
    withInvitations: withInvitations(),
    customItemTypeId: optional(id('CustomItemType')),
    plainTextCustomFields: plainTextCustomFields(),
    workScheduleId: optional(id('WorkSchedule')),
  },
})

/** What several tasks can be given at once; one task takes it too. */
const inBulk = {
  customFields: optional(customFieldValues()),
  effortAllocation: optional(effortAllocation()),
  setResponsibleAllocation: optional(responsibleAllocations()),
  convertToCustomItemType: optional(id('CustomItemType')),
  addParents: folders(),
  removeParents: folders(),
  addResponsibles: people(),
  removeResponsibles: people(),
  addResponsiblePlaceholders: placeholders(),
  removeResponsiblePlaceholders: placeholders(),
  customStatus: optional(id('CustomStatus')),
}

export const updateTask = operation({
  id: 'updateTask',
  method: 'PUT',
  paths: ['/tasks/{taskId}'],
  summary: 'Changes a task',
  description:
    'Only what is sent changes. `dates` moves the tasks that depend on this one out of its way. `restore=true` takes it out of the recycle bin.',
  scopes: writeScopes,
  conditional: true,
  kinds: { tasks: Task },
  fields: ['effortAllocation', 'billingType', 'responsiblePlaceholderIds', 'workScheduleId'],
  parameters: {
    taskId: id('Task'),
    title: optional(title()),
    description: description(),
    status: status(),
    importance: optional(oneOf(importances)),
    dates: optional(taskDates()),
    addShareds: people(),
    removeShareds: people(),
    addFollowers: optional(listOf(id('Contact'))),
    follow: optional(flag({ description: 'Whether the caller follows the task' })),
    priorityBefore: priority(),
    priorityAfter: priority(),
    addSuperTasks: tasks(),
    removeSuperTasks: tasks(),
    metadata: optional(metadataEntries()),
    restore: optional(flag()),
    billingType: optional(oneOf(billingTypes)),
    withInvitations: withInvitations(),
    plainTextCustomFields: plainTextCustomFields(),
    workScheduleId: optional(
      nullable(id('WorkSchedule', { description: 'null: it follows its assignee or the account again' })),
    ),
    ...inBulk,
  },
})

export const updateTasksBulk = operation({
  id: 'updateTasksBulk',
  method: 'PUT',
  paths: ['/tasks/{taskIds}'],
  summary: 'Changes several tasks alike',
  description: 'Two to 100 tasks; all or none of them change.',
  scopes: writeScopes,
  kinds: { tasks: Task },
  bulkOf: 'updateTask',
  parameters: { taskIds: ids('Task', { maxItems: 100 }), ...inBulk },
})

export const deleteTask = operation({
  id: 'deleteTask',
  method: 'DELETE',
  paths: ['/tasks/{taskId}'],
  summary: 'Moves a task to the recycle bin',
  description: 'With the tasks that are only inside it.',
  scopes: writeScopes,
  kinds: { tasks: Task },
  parameters: { taskId: id('Task') },
})
