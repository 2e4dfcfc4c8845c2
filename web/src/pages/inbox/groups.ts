import type { Notification } from '@taskwright/sdk'
import { dayOf } from '../../data/days.ts'

/** What one item told on one day. */
export interface ItemOfDay {
  key: string
  taskId: string | undefined
  folderId: string | undefined
  title: string
  /** The newest first. */
  notifications: Notification[]
  isUnread: boolean
}

/** A day by the person's calendar, and what was told on it, item by item: the one with the newest first. */
export interface Day {
  /** yyyy-MM-dd */
  day: string
  items: ItemOfDay[]
}

/** Notifications, newest first, by day and then by item. */
export function daysOf(notifications: readonly Notification[]): Day[] {
  const days = Map.groupBy(notifications, ({ date }) => dayOf(new Date(date)))
  return [...days].map(([day, ofDay]) => ({
    day,
    items: [...Map.groupBy(ofDay, ({ taskId, folderId }) => taskId ?? folderId ?? '')].map(([id, some]) => {
      const [newest] = some as [Notification]
      return {
        key: `${day} ${id}`,
        taskId: newest.taskId,
        folderId: newest.folderId,
        title: newest.title,
        notifications: some,
        isUnread: some.some(({ read }) => !read),
      }
    }),
  }))
}

export const idsOf = ({ notifications }: ItemOfDay): string[] => notifications.map(({ id }) => id)
