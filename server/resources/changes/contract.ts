import { arrayOf, boolean, idText, instantText, integer, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { optional as maybe, integer as number } from '#contract/parameters.ts'
import { changeEntities } from './entities.ts'

export const Change = model(
  'Change',
  {
    sequence: integer(),
    type: string(),
    entityType: oneOfText(changeEntities),
    entityId: string(),
    taskId: optional(idText('Task')),
    folderId: optional(idText('Folder')),
    members: optional(arrayOf(string())),
    gone: optional(boolean()),
    authorId: optional(idText('Contact')),
    date: instantText(),
  },
  {
    description:
      'Something that happened to an entity. Comments, files and the like name the task or folder they hang on. `members` names the members that changed; without it any may have. `gone` says that the caller finds the entity in no list any more: deleted, or out of sight (then `type` is AccessRemoved, and nothing else is told).',
  },
)

export const ChangePage = model(
  'ChangePage',
  { sequence: integer(), upToDate: boolean(), changes: arrayOf(Change) },
  {
    description:
      'Changes in the order in which they happened. Send `sequence` as `after` of the next call; `upToDate` says that nothing waits at the moment.',
  },
)

export const queryChanges = operation({
  id: 'queryChanges',
  method: 'GET',
  paths: ['/changes'],
  summary: 'What has changed since a number, as far as the caller sees it',
  description:
    'Every change of an account has a number; the numbers have no gaps, but the caller hears of what it sees only. Without `after` the answer has no changes and says how far the account is. A number that is older than the changes that are kept (30 days at most, never longer than the recycle bin) answers 410 `invalid_request`: read anew what you need. `/changes/stream` gives the same as they happen, as server-sent events: `id` is the number, the header `Last-Event-ID` or `after` says where to begin, `start` is the first event, `change` has a Change, `access` says that what the caller may see has changed as a whole, `notification` that its notifications have. A person has ten such streams at most; one that is not read is cut. It ends with the access token.',
  scopes: readScopes,
  addition: true,
  kinds: { changes: ChangePage },
  parameters: {
    after: maybe(number({ minimum: 0, description: 'The number up to which the caller knows everything' })),
    limit: maybe(
      number({ minimum: 1, maximum: 1000, default: 200, description: 'So many changes of the account are looked at' }),
    ),
  },
})
