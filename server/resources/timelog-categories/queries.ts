import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'

/** Categories of the account, in their order. */
export const categoryRows = (caller: Caller) =>
  connectionOf(caller)
    .selectFrom('timelog_category')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .orderBy('position')
    .execute()
