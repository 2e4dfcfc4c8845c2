import { CustomFieldValue, customFieldFilter, customFieldValues } from '#contract/custom-field-value.ts'
import { arrayOf, idText, idTexts, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { filledText, flag, id, listOf, text } from '#contract/parameters.ts'
import { AsyncJob } from '../async-job/contract.ts'
import { copyParameters } from '../folders/contract/copying.ts'

export const FolderBlueprint = model('FolderBlueprint', {
  id: idText('FolderBlueprint'),
  title: string(),
  childIds: idTexts('FolderBlueprint'),
  scope: oneOfText(['BpFolder']),
  permalink: string(),
  customFields: optional(arrayOf(CustomFieldValue)),
})

const permalink = () => optional(text({ minLength: 1, description: 'Exact' }))
const title = () => filledText({ maxLength: 1000 })

export const queryFolderBlueprints = operation({
  id: 'queryFolderBlueprints',
  method: 'GET',
  paths: ['/folder_blueprints'],
  summary: 'Folder and project blueprints of all spaces',
  description: 'Each folder of a blueprint is one; `childIds` are those below it.',
  scopes: readScopes,
  kinds: { folderBlueprints: FolderBlueprint },
  fields: ['customFields'],
  parameters: {
    permalink: permalink(),
    title: optional(filledText({ description: 'Part of the title, in any case' })),
    customFields: optional(listOf(customFieldFilter(), { maxItems: 25 })),
  },
})

export const querySpaceFolderBlueprints = operation({
  id: 'querySpaceFolderBlueprints',
  method: 'GET',
  paths: ['/spaces/{spaceId}/folder_blueprints'],
  summary: 'Folder blueprints of a space',
  scopes: readScopes,
  kinds: { folderBlueprints: FolderBlueprint },
  fields: ['customFields'],
  parameters: { spaceId: id('Space'), permalink: permalink() },
})

export const launchFolderBlueprint = operation({
  id: 'launchFolderBlueprint',
  method: 'POST',
  paths: ['/folder_blueprints/{folderBlueprintId}/launch_async'],
  summary: 'Makes a folder of a blueprint, in the background',
  description:
    'The result of the job names the folder. Nothing of it is seen before it is whole; more folders and tasks than `entryLimit` make the job fail.',
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { asyncJob: AsyncJob },
  parameters: {
    folderBlueprintId: id('FolderBlueprint'),
    parent: id('Folder', { description: 'Parent of the new folder; the root folder makes it private' }),
    ...copyParameters,
    notifyResponsibles: optional(
      flag({ default: true, description: 'False: nobody is told of what is assigned to them' }),
    ),
    copyAttachments: optional(flag({ default: false })),
  },
})

export const createFolderBlueprint = operation({
  id: 'createFolderBlueprint',
  method: 'POST',
  paths: ['/folders/{folderId}/folder_blueprints'],
  summary: 'Makes a blueprint of a folder or project as it is now',
  description:
    'With all below, in a space in which the caller may create folders. The original stays, and no longer has to do with it.',
  addition: true,
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { folderBlueprints: FolderBlueprint },
  fields: ['customFields'],
  parameters: {
    folderId: id('Folder'),
    spaceId: id('Space'),
    title: optional(title()),
    copyAttachments: optional(flag({ default: true })),
    entryLimit: copyParameters.entryLimit,
  },
})

export const updateFolderBlueprint = operation({
  id: 'updateFolderBlueprint',
  method: 'PUT',
  paths: ['/folder_blueprints/{folderBlueprintId}'],
  summary: 'Changes a folder blueprint',
  addition: true,
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { folderBlueprints: FolderBlueprint },
  fields: ['customFields'],
  parameters: {
    folderBlueprintId: id('FolderBlueprint'),
    title: optional(title()),
    description: optional(text({ minLength: 0, description: 'HTML; hostile parts are removed' })),
    customFields: optional(customFieldValues()),
  },
})

export const deleteFolderBlueprint = operation({
  id: 'deleteFolderBlueprint',
  method: 'DELETE',
  paths: ['/folder_blueprints/{folderBlueprintId}'],
  summary: 'Deletes a folder blueprint for good',
  description: 'With all in it that is in no other part of the same blueprint. What was made of it stays.',
  addition: true,
  scopes: writeScopes,
  feature: 'blueprints',
  kinds: { folderBlueprints: FolderBlueprint },
  parameters: { folderBlueprintId: id('FolderBlueprint') },
})
