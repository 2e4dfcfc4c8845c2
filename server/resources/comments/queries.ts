import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'

/** Which of these ids are comments of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingComments(caller: Caller, commentIds: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('comment')
    .select('comment_id')
    .where('account_id', '=', caller.accountId)
    .where('comment_id', 'in', commentIds)
    .execute()
  return new Set(rows.map((row) => row.comment_id))
}
