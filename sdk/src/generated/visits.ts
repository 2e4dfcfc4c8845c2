// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

/** Something that the caller opened, and when last. */
export interface Visit {
  kind: 'Space' | 'Project' | 'Folder' | 'Task'
  taskId?: string
  folderId?: string
  title: string
  customStatusId?: string
  visitedDate: string
}

/** What {@link queryVisits} takes. */
export interface QueryVisitsInput {
}

/** The tasks and places that the caller opened last, the last first. At most 60; what lies in the recycle bin, or is not shared with the caller any more, is left out. */
export const queryVisits = /* @__PURE__ */ operation<QueryVisitsInput, Visit>({
  id: 'queryVisits',
  method: 'GET',
  paths: ['/visits'],
})

/** What {@link createVisit} takes. */
export interface CreateVisitInput {
  folderId?: string
  taskId?: string
}

/** Notes that the caller opened a task, folder, project or space. Nobody else sees it, and nobody is told. The oldest of more than 60 are forgotten. */
export const createVisit = /* @__PURE__ */ operation<CreateVisitInput, Visit>({
  id: 'createVisit',
  method: 'POST',
  paths: ['/folders/{folderId}/visits', '/tasks/{taskId}/visits'],
})
