import { arrayOf, idText, instantText, integer, model, number, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { integer as count, id, listOf, optional as maybe, oneOf } from '#contract/parameters.ts'
import { acts, refTypes } from './acts.ts'

const ActivityState = model(
  'ActivityState',
  {
    title: optional(string()),
    status: optional(string()),
    customStatusId: optional(idText('CustomStatus')),
    importance: optional(string()),
    dateType: optional(string()),
    start: optional(string()),
    due: optional(string()),
    durationMinutes: optional(integer()),
    customItemType: optional(string()),
    billingType: optional(string()),
    accessType: optional(string()),
    decision: optional(string()),
    relationType: optional(string()),
    hours: optional(number()),
    trackedDate: optional(string()),
    budget: optional(number()),
  },
  { description: 'What something was, or became; only members that the act is about. Names are those of now.' },
)

const ActivityReference = model('ActivityReference', { type: oneOfText(refTypes), id: string(), name: string() })

const ActivityField = model('ActivityField', {
  customFieldId: idText('CustomField'),
  title: string(),
  from: optional(string()),
  to: optional(string()),
})

export const Activity = model(
  'Activity',
  {
    id: string(),
    date: instantText(),
    act: oneOfText(acts),
    authorId: optional(idText('Contact')),
    authorName: optional(string()),
    from: optional(ActivityState),
    to: optional(ActivityState),
    customFields: optional(arrayOf(ActivityField)),
    added: optional(arrayOf(ActivityReference)),
    removed: optional(arrayOf(ActivityReference)),
    hidden: optional(integer()),
    commentId: optional(idText('Comment')),
    attachmentId: optional(idText('Attachment')),
    approvalId: optional(idText('Approval')),
  },
  {
    description:
      'Something that happened to a task, folder, project or space. `hidden`: so many more people, folders or tasks were added or removed, which the caller does not see. Without an author the server did it, or somebody the caller does not know.',
  },
)

export const queryActivity = operation({
  id: 'queryActivity',
  method: 'GET',
  paths: ['/folders/{folderId}/activity', '/tasks/{taskId}/activity'],
  summary: 'What happened to a task, folder, project or space; newest first',
  description:
    'Always page by page. Changes of descriptions and comments are told without their texts; what is below a folder has a history of its own. What one change did together has the same date and author. Budgets are told to the role Full.',
  scopes: readScopes,
  addition: true,
  kinds: { activity: Activity },
  pageToken: 'nextPageToken',
  parameters: {
    folderId: maybe(id('Folder')),
    taskId: maybe(id('Task')),
    acts: maybe(listOf(oneOf(acts), { description: 'Only these' })),
    pageSize: maybe(count({ minimum: 1, maximum: 200, description: '50 unless it says otherwise' })),
  },
})
