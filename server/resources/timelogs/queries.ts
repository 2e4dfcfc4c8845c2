import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'

/** Which of these ids are timelogs of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingTimelogs(caller: Caller, timelogIds: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('timelog')
    .select('timelog_id')
    .where('account_id', '=', caller.accountId)
    .where('timelog_id', 'in', timelogIds)
    .execute()
  return new Set(rows.map((row) => row.timelog_id))
}

/** Which of these ids are categories of the account. */
export async function existingCategories(caller: Caller, categoryIds: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('timelog_category')
    .select('timelog_category_id')
    .where('account_id', '=', caller.accountId)
    .where('timelog_category_id', 'in', categoryIds)
    .execute()
  return new Set(rows.map((row) => row.timelog_category_id))
}
