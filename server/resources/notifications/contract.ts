import { arrayOf, boolean, idText, instantText, integer, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { integer as count, flag, id, ids, listOf, optional as maybe, object, oneOf } from '#contract/parameters.ts'
import { deliveries, notificationKinds } from '#notifying/kinds.ts'

const NotificationState = model('NotificationState', {
  status: optional(string()),
  customStatusId: optional(idText('CustomStatus')),
  start: optional(string()),
  due: optional(string()),
})

export const Notification = model(
  'Notification',
  {
    id: idText('Notification'),
    kind: oneOfText(notificationKinds),
    date: instantText(),
    taskId: optional(idText('Task')),
    folderId: optional(idText('Folder')),
    title: string(),
    authorId: optional(idText('Contact')),
    authorName: optional(string()),
    read: boolean(),
    archived: boolean(),
    commentId: optional(idText('Comment')),
    text: optional(string()),
    approvalId: optional(idText('Approval')),
    decision: optional(string()),
    from: optional(NotificationState),
    to: optional(NotificationState),
  },
  {
    description:
      'Something a person is told about a task, folder, project or space. `title` is that of now, `text` the beginning of the comment as plain text.',
  },
)

export const NotificationCount = model(
  'NotificationCount',
  { unread: integer() },
  { description: 'How many are unread and not archived; counted up to 1,000.' },
)

const NotificationPreference = model('NotificationPreference', {
  kind: oneOfText(notificationKinds),
  delivery: oneOfText(deliveries),
})

export const NotificationPreferences = model(
  'NotificationPreferences',
  { mails: boolean(), kinds: arrayOf(NotificationPreference) },
  {
    description:
      'How the caller is told of what: in the inbox alone (App); there and by mail within minutes (Mail), at most one in ten minutes; there and in a summary once a day (Daily); not at all (Off). With `mails` false no mail is sent, whatever the kinds say.',
  },
)

const filters = () => ({
  kinds: maybe(listOf(oneOf(notificationKinds))),
  taskId: maybe(id('Task', { description: 'Only of this task' })),
  folderId: maybe(id('Folder', { description: 'Only of this folder, project or space itself' })),
})

export const queryNotifications = operation({
  id: 'queryNotifications',
  method: 'GET',
  paths: ['/notifications'],
  summary: 'What the caller is told of, newest first',
  description:
    'Always page by page. Nobody is told of their own acts, nor of what they no longer see. Read ones are kept for 90 days.',
  scopes: readScopes,
  addition: true,
  kinds: { notifications: Notification },
  pageToken: 'nextPageToken',
  parameters: {
    unread: maybe(flag({ description: 'true: only unread ones' })),
    archived: maybe(flag({ default: false, description: 'true: archived ones in place of the others' })),
    ...filters(),
    pageSize: maybe(count({ minimum: 1, maximum: 200, description: '50 unless it says otherwise' })),
  },
})

export const countNotifications = operation({
  id: 'countNotifications',
  method: 'GET',
  paths: ['/notification_count'],
  summary: 'How many notifications of the caller are unread',
  scopes: readScopes,
  addition: true,
  kinds: { notificationCount: NotificationCount },
  parameters: {},
})

export const updateNotifications = operation({
  id: 'updateNotifications',
  method: 'PUT',
  paths: ['/notifications/{notificationIds}'],
  summary: 'Marks notifications as read or unread, archives them or takes them back',
  description: 'What is archived counts as read.',
  scopes: writeScopes,
  addition: true,
  kinds: { notifications: Notification },
  parameters: {
    notificationIds: ids('Notification', { maxItems: 100 }),
    read: maybe(flag()),
    archived: maybe(flag()),
  },
})

export const updateAllNotifications = operation({
  id: 'updateAllNotifications',
  method: 'PUT',
  paths: ['/notifications'],
  summary: 'Marks all notifications of the caller as read, or archives them',
  description:
    'All, or those that the filters name. `until` is the newest that the caller has seen: what came after it stays as it is. The answer is how many are unread then.',
  scopes: writeScopes,
  addition: true,
  kinds: { notificationCount: NotificationCount },
  parameters: { read: maybe(flag()), archived: maybe(flag()), ...filters(), until: maybe(id('Notification')) },
})

export const getNotificationPreferences = operation({
  id: 'getNotificationPreferences',
  method: 'GET',
  paths: ['/notification_preferences'],
  summary: 'How the caller is told of what',
  scopes: readScopes,
  addition: true,
  kinds: { notificationPreferences: NotificationPreferences },
  parameters: {},
})

export const updateNotificationPreferences = operation({
  id: 'updateNotificationPreferences',
  method: 'PUT',
  paths: ['/notification_preferences'],
  summary: 'Changes how the caller is told of what',
  description: 'Kinds that are not named stay as they are.',
  scopes: writeScopes,
  addition: true,
  kinds: { notificationPreferences: NotificationPreferences },
  parameters: {
    mails: maybe(flag()),
    kinds: maybe(
      listOf(object({ kind: oneOf(notificationKinds), delivery: oneOf(deliveries) }), {
        maxItems: notificationKinds.length,
      }),
    ),
  },
})
