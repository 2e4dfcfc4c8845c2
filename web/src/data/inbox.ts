import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import {
  countNotifications,
  type Notification,
  queryNotifications,
  updateAllNotifications,
  updateNotifications,
} from '@taskwright/sdk'
import { useChange, useRead } from './api.ts'
import { patchRows } from './patch.ts'

const shows = [queryNotifications, countNotifications]

/** Reads the inbox again: the server says that it has changed. */
export const readInboxAgain = (memory: QueryClient): Promise<void> =>
  memory.invalidateQueries({ predicate: ({ queryKey }) => shows.some(({ id }) => id === queryKey[0]) })

/** How many notifications are unread, up to 1,000; undefined while it is not known. */
export const useUnreadCount = (): number | undefined => useRead(countNotifications, {}).data?.[0]?.unread

/** Marks notifications; the inbox shows it at once. */
export function useNotificationMarks() {
  const memory = useQueryClient()
  const change = useChange(updateNotifications, shows, {
    show: ({ notificationIds, read, archived }) =>
      patchRows<Notification>(memory, notificationIds, (row) =>
        archived !== undefined && archived !== row.archived
          ? null
          : { ...row, ...(read === undefined ? {} : { read }) },
      ),
  })
  const all = useChange(updateAllNotifications, shows)
  return {
    error: change.error ?? all.error,
    mark: (ids: readonly string[], marks: { read?: boolean; archived?: boolean }) => {
      if (ids.length > 0) change.mutate({ notificationIds: [...ids], ...marks })
    },
    /** All up to the newest that the person has seen. */
    readAll: (until: string) => all.mutate({ read: true, until }),
  }
}
