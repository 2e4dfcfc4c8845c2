// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type NotificationKind =
  | 'Assigned'
  | 'Mentioned'
  | 'Commented'
  | 'StatusChanged'
  | 'DatesChanged'
  | 'ApprovalRequested'
  | 'ApprovalDecided'
  | 'Shared'
  | 'DueSoon'
  | 'Overdue'

/** Something a person is told about a task, folder, project or space. `title` is that of now, `text` the beginning of the comment as plain text. */
export interface Notification {
  id: string
  kind: NotificationKind
  date: string
  taskId?: string
  folderId?: string
  title: string
  authorId?: string
  authorName?: string
  read: boolean
  archived: boolean
  commentId?: string
  text?: string
  approvalId?: string
  decision?: string
  from?: NotificationState
  to?: NotificationState
}

export interface NotificationState {
  status?: string
  customStatusId?: string
  start?: string
  due?: string
}

/** How many are unread and not archived; counted up to 1,000. */
export interface NotificationCount {
  unread: number
}

/** How the caller is told of what: in the inbox alone (App); there and by mail within minutes (Mail), at most one in ten minutes; there and in a summary once a day (Daily); not at all (Off). With `mails` false no mail is sent, whatever the kinds say. */
export interface NotificationPreferences {
  mails: boolean
  kinds: NotificationPreference[]
}

export interface NotificationPreference {
  kind: NotificationKind
  delivery: 'App' | 'Mail' | 'Daily' | 'Off'
}

/** What {@link queryNotifications} takes. */
export interface QueryNotificationsInput {
  /** true: only unread ones */
  unread?: boolean
  /** true: archived ones in place of the others */
  archived?: boolean
  kinds?: NotificationKind[]
  /** Only of this task */
  taskId?: string
  /** Only of this folder, project or space itself */
  folderId?: string
  /** 50 unless it says otherwise */
  pageSize?: number
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** What the caller is told of, newest first. Always page by page. Nobody is told of their own acts, nor of what they no longer see. Read ones are kept for 90 days. */
export const queryNotifications = /* @__PURE__ */ operation<QueryNotificationsInput, Notification>({
  id: 'queryNotifications',
  method: 'GET',
  paths: ['/notifications'],
  pageToken: 'nextPageToken',
})

/** What {@link countNotifications} takes. */
export interface CountNotificationsInput {
}

/** How many notifications of the caller are unread */
export const countNotifications = /* @__PURE__ */ operation<CountNotificationsInput, NotificationCount>({
  id: 'countNotifications',
  method: 'GET',
  paths: ['/notification_count'],
})

/** What {@link updateNotifications} takes. */
export interface UpdateNotificationsInput {
  notificationIds: string[]
  read?: boolean
  archived?: boolean
}

/** Marks notifications as read or unread, archives them or takes them back. What is archived counts as read. */
export const updateNotifications = /* @__PURE__ */ operation<UpdateNotificationsInput, Notification>({
  id: 'updateNotifications',
  method: 'PUT',
  paths: ['/notifications/{notificationIds}'],
})

/** What {@link updateAllNotifications} takes. */
export interface UpdateAllNotificationsInput {
  read?: boolean
  archived?: boolean
  kinds?: NotificationKind[]
  /** Only of this task */
  taskId?: string
  /** Only of this folder, project or space itself */
  folderId?: string
  until?: string
}

/** Marks all notifications of the caller as read, or archives them. All, or those that the filters name. `until` is the newest that the caller has seen: what came after it stays as it is. The answer is how many are unread then. */
export const updateAllNotifications = /* @__PURE__ */ operation<UpdateAllNotificationsInput, NotificationCount>({
  id: 'updateAllNotifications',
  method: 'PUT',
  paths: ['/notifications'],
})

/** What {@link getNotificationPreferences} takes. */
export interface GetNotificationPreferencesInput {
}

/** How the caller is told of what */
export const getNotificationPreferences = /* @__PURE__ */ operation<GetNotificationPreferencesInput, NotificationPreferences>({
  id: 'getNotificationPreferences',
  method: 'GET',
  paths: ['/notification_preferences'],
})

/** What {@link updateNotificationPreferences} takes. */
export interface UpdateNotificationPreferencesInput {
  mails?: boolean
  kinds?: ({
    kind: NotificationKind
    delivery: 'App' | 'Mail' | 'Daily' | 'Off'
  })[]
}

/** Changes how the caller is told of what. Kinds that are not named stay as they are. */
export const updateNotificationPreferences = /* @__PURE__ */ operation<UpdateNotificationPreferencesInput, NotificationPreferences>({
  id: 'updateNotificationPreferences',
  method: 'PUT',
  paths: ['/notification_preferences'],
})
