import {
  boolean,
  idText,
  idTexts,
  instantText,
  optional as member,
  model,
  oneOfText,
  opaque,
  string,
} from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { anyObject, filledText, flag, id, ids, integer, nullable, oneOf, optional, text } from '#contract/parameters.ts'

export const relatedTypes = ['Project', 'Task'] as const

export const CustomItemType = model('CustomItemType', {
  id: idText('CustomItemType'),
  title: string(),
  relatedType: oneOfText(relatedTypes),
  spaceId: member(idText('Space')),
  description: member(string()),
  customFieldIds: idTexts('CustomField'),
  icon: opaque(),
  isDeleted: boolean(),
  archivedOn: member(instantText()),
  archivedBy: member(idText('Contact')),
  dataUsageStatistics: member(opaque()),
  defaultWorkflowId: member(idText('Workflow')),
})

export const CreatedWork = model('CreatedWork', { id: string(), relatedType: oneOfText(relatedTypes) })

const kinds = { customItemTypes: CustomItemType }
const fields = ['dataUsageStatistics'] as const
const withDeleted = () => optional(flag({ default: false }))
const write = { scopes: writeScopes, feature: 'customItemTypes', kinds, addition: true } as const
const carried = {
  description: optional(text({ minLength: 0, maxLength: 2000 })),
  customFieldIds: optional(ids('CustomField', { maxItems: 100, description: 'Fields of everything made from it' })),
  icon: optional(anyObject({ description: 'Kept as it is' })),
}

export const queryCustomItemTypes = operation({
  id: 'queryCustomItemTypes',
  method: 'GET',
  paths: ['/custom_item_types', '/spaces/{spaceId}/custom_item_types'],
  summary: 'Custom item types of the account and of the spaces the caller sees, or those of one space',
  scopes: readScopes,
  kinds,
  fields,
  parameters: {
    spaceId: optional(id('Space')),
    title: optional(text({ description: 'Part of the title, in any case' })),
    limit: optional(integer({ minimum: 1, maximum: 10_000, default: 10_000 })),
    withDeleted: withDeleted(),
    type: optional(oneOf(relatedTypes)),
  },
})

export const getCustomItemTypesByIds = operation({
  id: 'getCustomItemTypesByIds',
  method: 'GET',
  paths: ['/custom_item_types/{customItemTypeIds}'],
  summary: 'Custom item types by id',
  scopes: readScopes,
  kinds,
  fields,
  parameters: { customItemTypeIds: ids('CustomItemType', { maxItems: 1000 }), withDeleted: withDeleted() },
})

export const instantiateCustomItemType = operation({
  id: 'instantiateCustomItemType',
  method: 'POST',
  paths: ['/custom_item_types/{customItemTypeId}/instantiate'],
  summary: 'Makes a task or project of a custom item type',
  description: 'Below a folder (`parentId`), or as a subtask (`superTaskId`): exactly one of them.',
  scopes: writeScopes,
  feature: 'customItemTypes',
  kinds: { customItemTypes: CreatedWork },
  parameters: {
    customItemTypeId: id('CustomItemType'),
    superTaskId: optional(id('Task')),
    parentId: optional(id('Folder')),
    title: filledText({ maxLength: 1000 }),
  },
})

export const createCustomItemType = operation({
  id: 'createCustomItemType',
  method: 'POST',
  paths: ['/custom_item_types'],
  summary: 'Creates a custom item type',
  description: 'Of the whole account by admins, of a space by those whose role in it is Full.',
  ...write,
  parameters: {
    title: filledText({ maxLength: 1000 }),
    relatedType: oneOf(relatedTypes),
    spaceId: optional(id('Space')),
    ...carried,
    defaultWorkflowId: optional(id('Workflow')),
  },
})

export const updateCustomItemType = operation({
  id: 'updateCustomItemType',
  method: 'PUT',
  paths: ['/custom_item_types/{customItemTypeId}'],
  summary: 'Changes a custom item type',
  description: 'What was made from it stays as it is. Nothing new is made from an archived one.',
  ...write,
  parameters: {
    customItemTypeId: id('CustomItemType'),
    title: optional(filledText({ maxLength: 1000 })),
    ...carried,
    defaultWorkflowId: optional(nullable(id('Workflow'))),
    archived: optional(flag()),
  },
})

export const deleteCustomItemType = operation({
  id: 'deleteCustomItemType',
  method: 'DELETE',
  paths: ['/custom_item_types/{customItemTypeId}'],
  summary: 'Deletes a custom item type',
  description: 'What was made from it keeps it.',
  ...write,
  parameters: { customItemTypeId: id('CustomItemType') },
})
