import { operation, writeScopes } from '#contract/operation.ts'
import {
  contactOrInvitation,
  date,
  filledText,
  flag,
  id,
  integer,
  listOf,
  oneOf,
  optional,
  text,
} from '#contract/parameters.ts'
import { AsyncJob } from '../../async-job/contract.ts'
import { Folder } from './models.ts'

/** More than this is asked for by nobody; the setting COPY_ENTRY_LIMIT says what holds where `entryLimit` is not sent. */
const mostEntries = 250

/** What launching blueprints and copying folders have in common. */
export const copyParameters = {
  title: filledText({ maxLength: 1000 }),
  titlePrefix: optional(text({ minLength: 0, maxLength: 1000, description: 'Put before the title of every task' })),
  copyDescriptions: optional(flag({ default: true })),
  copyResponsibles: optional(flag({ default: true })),
  copyCustomFields: optional(flag({ default: true })),
  rescheduleDate: optional(
    date({ description: 'All that is active moves along, in working time, so that it begins (or ends) on this day' }),
  ),
  rescheduleMode: optional(oneOf(['Start', 'End'], { default: 'Start' })),
  entryLimit: optional(
    integer({ minimum: 1, maximum: mostEntries, description: 'Refused if there are more folders and tasks' }),
  ),
}

const folderCopy = {
  folderId: id('Folder'),
  parent: id('Folder', { description: 'Parent of the copy' }),
  ...copyParameters,
  addResponsibles: optional(listOf(contactOrInvitation())),
  removeResponsibles: optional(listOf(contactOrInvitation())),
  copyCustomStatuses: optional(
    flag({ default: true, description: 'False takes the first status of the same group in the workflow there' }),
  ),
  copyStatuses: optional(flag({ default: true, description: 'False makes all active' })),
  copyParents: optional(
    flag({ default: false, description: 'What is below keeps its parents outside of the folder too' }),
  ),
}

const description =
  'With all folders below that the caller sees, their tasks and subtasks, and the dependencies among them. What is in several places of the folder is in the same places of the copy. Metadata, comments, attachments and shares are not copied: the copy inherits from its new parent.'

export const copyFolder = operation({
  id: 'copyFolder',
  method: 'POST',
  paths: ['/copy_folder/{folderId}'],
  summary: 'Copies a folder or a project',
  description,
  scopes: writeScopes,
  kinds: { folders: Folder },
  parameters: {
    ...folderCopy,
    plainTextCustomFields: optional(flag({ description: 'Strips markup from values of custom fields' })),
  },
})

export const copyFolderAsync = operation({
  id: 'copyFolderAsync',
  method: 'POST',
  paths: ['/copy_folder_async/{folderId}'],
  summary: 'Copies a folder or a project in the background',
  description: `${description} The result of the job names the copy; nothing of it is seen before it is whole.`,
  scopes: writeScopes,
  kinds: { asyncJob: AsyncJob },
  parameters: folderCopy,
})
