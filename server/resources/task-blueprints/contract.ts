import { CustomFieldValue, customFieldFilter, customFieldValues } from '#contract/custom-field-value.ts'
import { arrayOf, idText, idTexts, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { filledText, flag, id, integer, listOf, text } from '#contract/parameters.ts'
import { AsyncJob } from '../async-job/contract.ts'
import { copyParameters } from '../folders/contract/copying.ts'

export const TaskBlueprint = model('TaskBlueprint', {
  id: idText('TaskBlueprint'),
  title: string(),
  childIds: idTexts('TaskBlueprint'),
  scope: oneOfText(['BpTask']),
  permalink: string(),
  customFields: optional(arrayOf(CustomFieldValue)),
})

const permalink = () => optional(text({ minLength: 1, description: 'Exact' }))
const title = () => filledText({ maxLength: 1000 })

export const queryTaskBlueprints = operation({
  id: 'queryTaskBlueprints',
  method: 'GET',
  paths: ['/task_blueprints'],
  summary: 'Task blueprints of all spaces',
  description: 'Each task of a blueprint is one, those in folder blueprints too; `childIds` are its subtasks.',
  scopes: readScopes,
  kinds: { taskBlueprints: TaskBlueprint },
  fields: ['customFields'],
  pageToken: 'nextPageToken',
  parameters: {
    permalink: permalink(),
    title: optional(filledText({ description: 'Part of the title, in any case' })),
    limit: optional(integer({ minimum: 1, description: 'Without pages: 1,000 unless it says less' })),
    pageSize: optional(integer({ minimum: 1, maximum: 1000 })),
    customFields: optional(listOf(customFieldFilter(), { maxItems: 25 })),
  },
})

export const querySpaceTaskBlueprints = operation({
  id: 'querySpaceTaskBlueprints',
  method: 'GET',
  paths: ['/spaces/{spaceId}/task_blueprints'],
  summary: 'Task blueprints of a space',
  scopes: readScopes,
  kinds: { taskBlueprints: TaskBlueprint },
  fields: ['customFields'],
  pageToken: 'nextPageToken',
  parameters: {
    spaceId: id('Space'),
    permalink: permalink(),
    limit: optional(integer({ minimum: 1, description: 'Without pages: 1,000 unless it says less' })),
    pageSize: optional(integer({ minimum: 1, maximum: 1000 })),
  },
})

export const launchTaskBlueprint = operation({
  id: 'launchTaskBlueprint',
  method: 'POST',
  paths: ['/task_blueprints/{taskBlueprintId}/launch_async'],
  summary: 'Makes a task of a blueprint, in the background',
  description:
    'Either `superTaskId` or `parentId` says where. The result of the job names the task. Nothing of it is seen before it is whole; more folders and tasks than `entryLimit` make the job fail.',
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { asyncJob: AsyncJob },
  parameters: {
    taskBlueprintId: id('TaskBlueprint'),
    superTaskId: optional(id('Task', { description: 'Makes a subtask' })),
    parentId: optional(id('Folder')),
    ...copyParameters,
    notifyResponsibles: optional(
      flag({ default: true, description: 'False: nobody is told of what is assigned to them' }),
    ),
    copyAttachments: optional(flag({ default: false })),
  },
})

export const createTaskBlueprint = operation({
  id: 'createTaskBlueprint',
  method: 'POST',
  paths: ['/tasks/{taskId}/task_blueprints'],
  summary: 'Makes a blueprint of a task as it is now',
  description:
    'With all below, in a space in which the caller may create folders. The original stays, and no longer has to do with it.',
  addition: true,
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { taskBlueprints: TaskBlueprint },
  fields: ['customFields'],
  parameters: {
    taskId: id('Task'),
    spaceId: id('Space'),
    title: optional(title()),
    copyAttachments: optional(flag({ default: true })),
    entryLimit: copyParameters.entryLimit,
  },
})

export const updateTaskBlueprint = operation({
  id: 'updateTaskBlueprint',
  method: 'PUT',
  paths: ['/task_blueprints/{taskBlueprintId}'],
  summary: 'Changes a task blueprint',
  addition: true,
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { taskBlueprints: TaskBlueprint },
  fields: ['customFields'],
  parameters: {
    taskBlueprintId: id('TaskBlueprint'),
    title: optional(title()),
    description: optional(text({ minLength: 0, description: 'HTML; hostile parts are removed' })),
    customFields: optional(customFieldValues()),
  },
})

export const deleteTaskBlueprint = operation({
  id: 'deleteTaskBlueprint',
  method: 'DELETE',
  paths: ['/task_blueprints/{taskBlueprintId}'],
  summary: 'Deletes a task blueprint for good',
  description: 'With all in it that is in no other part of the same blueprint. What was made of it stays.',
  addition: true,
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { taskBlueprints: TaskBlueprint },
  parameters: { taskBlueprintId: id('TaskBlueprint') },
})
