import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentNotification } from './presenter.ts'
import { type NotificationRow, notificationRows } from './queries.ts'

/** Lists what the caller is told of, newest first. */
export const queryNotifications: Handler<typeof contract.queryNotifications> = async ({ caller, input, pages }) => {
  const size = input.pageSize ?? 50
  const [before] = (pages.after ?? []) as [number?]
  const { unread, archived = false, kinds, taskId, folderId } = input
  const rows = await notificationRows(caller, { unread, archived, kinds, taskId, folderId, before }, size + 1)
  const page = rows.slice(0, size)
  return {
    data: page.map((row) => presentNotification(caller, row)),
    nextPageToken: rows.length > size ? pages.token([(page.at(-1) as NotificationRow).notification_id]) : undefined,
  }
}
