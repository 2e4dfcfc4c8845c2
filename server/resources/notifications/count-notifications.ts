import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { countUnread } from './queries.ts'

/** Counts what the caller has not read. */
export const countNotifications: Handler<typeof contract.countNotifications> = async ({ caller }) => ({
  data: [{ unread: await countUnread(caller) }],
})
