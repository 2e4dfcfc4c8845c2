import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { countUnread, mark } from './queries.ts'

/** Marks all that the filters name; archived ones stay as they are. */
export const updateAllNotifications: Handler<typeof contract.updateAllNotifications> = async ({ caller, input }) => {
  const { kinds, taskId, folderId, until, read, archived } = input
  await mark(caller, { archived: false, kinds, taskId, folderId, until }, { read, archived })
  return { data: [{ unread: await countUnread(caller) }] }
}
