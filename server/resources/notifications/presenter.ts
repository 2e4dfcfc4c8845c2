import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import { type Delivery, deliveryOf, type NotificationKind, notificationKinds } from '#notifying/kinds.ts'
import { briefDescription } from '#richtext/brief.ts'
import type { Notification, NotificationPreferences } from './contract.ts'
import type { NotificationRow } from './queries.ts'

type Shown = Static<typeof Notification>

/** Row → Notification. */
export function presentNotification({ accountId }: Caller, row: NotificationRow): Shown {
  const { details } = row
  const from = state(accountId, row.from_status, details.fromStatusId, details.fromStart, details.fromDue)
  const to = state(accountId, row.to_status, details.toStatusId, details.toStart, details.toDue)
  return {
    id: encodeId('Notification', accountId, row.notification_id),
    kind: row.kind,
    date: formatInstant(row.occurred_at),
    ...(row.task_id === null
      ? { folderId: encodeId('Folder', accountId, row.folder_id as number) }
      : { taskId: encodeId('Task', accountId, row.task_id) }),
    title: row.title,
    ...(row.actor_name === null
      ? {}
      : { authorId: encodeId('Contact', accountId, row.actor_id as number), authorName: row.actor_name }),
    read: row.read_at !== null,
    archived: row.archived_at !== null,
    ...(details.commentId === undefined ? {} : { commentId: encodeId('Comment', accountId, details.commentId) }),
    ...(row.comment === null ? {} : { text: briefDescription(row.comment) }),
    ...(details.approvalId === undefined ? {} : { approvalId: encodeId('Approval', accountId, details.approvalId) }),
    ...(details.decision === undefined ? {} : { decision: details.decision }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

function state(
  accountId: number,
  status: string | null,
  statusId: number | undefined,
  start: string | null | undefined,
  due: string | null | undefined,
): Shown['from'] {
  const members = {
    ...(status === null ? {} : { status }),
    ...(statusId === undefined ? {} : { customStatusId: encodeId('CustomStatus', accountId, statusId) }),
    ...(start ? { start } : {}),
    ...(due ? { due } : {}),
  }
  return Object.keys(members).length > 0 ? members : undefined
}

/** Choices → NotificationPreferences: every kind, with what holds for it. */
export const presentPreferences = ({
  choices,
  mails,
}: {
  choices: Partial<Record<NotificationKind, Delivery>>
  mails: boolean
}): Static<typeof NotificationPreferences> => ({
  mails,
  kinds: notificationKinds.map((kind) => ({ kind, delivery: deliveryOf(choices, kind) })),
})
