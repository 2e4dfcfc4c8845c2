import { instantText, model } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { id, optional } from '#contract/parameters.ts'
import { itemMembers } from '../search/item.ts'

export const Visit = model(
  'Visit',
  { ...itemMembers, visitedDate: instantText() },
  { description: 'Something that the caller opened, and when last.' },
)

export const queryVisits = operation({
  id: 'queryVisits',
  method: 'GET',
  paths: ['/visits'],
  summary: 'The tasks and places that the caller opened last, the last first',
  description: 'At most 60; what lies in the recycle bin, or is not shared with the caller any more, is left out.',
  scopes: readScopes,
  addition: true,
  kinds: { visits: Visit },
  parameters: {},
})

export const createVisit = operation({
  id: 'createVisit',
  method: 'POST',
  paths: ['/folders/{folderId}/visits', '/tasks/{taskId}/visits'],
  summary: 'Notes that the caller opened a task, folder, project or space',
  description: 'Nobody else sees it, and nobody is told. The oldest of more than 60 are forgotten.',
  scopes: writeScopes,
  addition: true,
  kinds: { visits: Visit },
  parameters: { folderId: optional(id('Folder')), taskId: optional(id('Task')) },
})
