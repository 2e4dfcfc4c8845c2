import { arrayOf, idText, idTexts, instantText, integer, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import {
  contactOrInvitation,
  filledText,
  flag,
  id,
  ids,
  instantRange,
  listOf,
  localRange,
  optional as maybe,
  integer as number,
  oneOf,
} from '#contract/parameters.ts'
import { statusGroups } from '../tasks/contract/task.ts'
import { itemKinds, itemMembers } from './item.ts'

/** Further on nobody reads: whoever has not found it by then asks with other words. */
export const mostHits = 1000

const Mark = model(
  'MarkedText',
  { start: integer(), end: integer() },
  { description: 'A piece of the text that was looked for, by its characters (UTF-16); the end is outside.' },
)

export const SearchHit = model(
  'SearchHit',
  {
    ...itemMembers,
    titleMarks: arrayOf(Mark),
    foundIn: oneOfText(['Title', 'Description', 'Comment', 'Attachment']),
    snippet: optional(string()),
    snippetMarks: optional(arrayOf(Mark)),
    commentId: optional(idText('Comment')),
    attachmentId: optional(idText('Attachment')),
    parentIds: idTexts('Folder'),
    authorId: idText('Contact'),
    updatedDate: instantText(),
  },
  {
    description:
      'A task, folder, project or space in which the words are. `title` and `snippet` are plain text; `parentIds` are the folders that it is in and that the caller sees.',
  },
)

export const search = operation({
  id: 'search',
  method: 'GET',
  paths: ['/search', '/folders/{folderId}/search'],
  summary: 'Finds words in what the caller sees',
  description: `In titles, descriptions, comments and names of files; of a folder with all below it. All words have to be in one text; the last may be the beginning of one. \`"two words"\` have to follow one another, \`-word\` must not be there. The best come first: words in titles before others, newer before older; ${mostHits} at most. Of words that very many texts have, the newest are looked through. The recycle bin is left out. A search by what only tasks have (\`responsibles\`, \`status\`, \`dueDate\` …) finds no folders.`,
  scopes: readScopes,
  addition: true,
  kinds: { searchHits: SearchHit },
  pageToken: 'nextPageToken',
  parameters: {
    folderId: maybe(id('Folder')),
    text: filledText({ maxLength: 500, description: 'The words' }),
    kinds: maybe(listOf(oneOf(itemKinds), { minItems: 1, description: 'Only these' })),
    authors: maybe(listOf(id('Contact'), { maxItems: 100, description: 'Who made the task or folder' })),
    responsibles: maybe(listOf(contactOrInvitation(), { maxItems: 100 })),
    unassigned: maybe(flag({ description: 'true: tasks that nobody is assigned to; beside `responsibles`, both' })),
    status: maybe(listOf(oneOf(statusGroups))),
    customStatuses: maybe(ids('CustomStatus', { maxItems: 100 })),
    dueDate: maybe(localRange()),
    startDate: maybe(localRange()),
    createdDate: maybe(instantRange()),
    updatedDate: maybe(instantRange()),
    completedDate: maybe(instantRange()),
    pageSize: maybe(number({ minimum: 1, maximum: 100, default: 25 })),
  },
})
