import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { SheetStatus } from '../timesheets/queries.ts'
import { statusOfTime } from '../timesheets/status-of-time.ts'

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

/** What the timesheets of their days make of these records: their status, by record. */
export async function statusesOfTime(caller: Caller, timelogIds: readonly number[]): Promise<Map<number, SheetStatus>> {
  const rows = await connectionOf(caller)
    .selectFrom('timelog')
    .select(['timelog_id', statusOfTime.as('status')])
    .where('account_id', '=', caller.accountId)
    .where(sql<boolean>`timelog_id = any(${timelogIds}::bigint[])`)
    .execute()
  return new Map(rows.map((row) => [row.timelog_id, row.status]))
}
