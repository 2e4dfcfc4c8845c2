import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { within } from '#database/within.ts'
import { contactsByIds } from '../contacts/access.ts'
import type * as contract from './contract.ts'
import { presentTimesheets } from './presenter.ts'
import { visibleSheets } from './queries.ts'

/** Lists timesheets: the own ones, or as an account admin those of everybody. */
export const queryTimesheets: Handler<typeof contract.queryTimesheets> = async ({ caller, input }) => {
  const { periodStartDate, userIds, approvalStatuses, timeframes } = input
  if (userIds) await contactsByIds(caller, userIds, new Set())
  const sheets = await visibleSheets(caller, [
    ...(periodStartDate ? [within('periodStartDate', sql`period_start`, 'date', periodStartDate)] : []),
    ...(userIds ? [sql<boolean>`person_id = any(${userIds}::bigint[])`] : []),
    ...(approvalStatuses ? [sql<boolean>`status = any(${approvalStatuses}::text[])`] : []),
    ...(timeframes ? [sql<boolean>`timeframe = any(${timeframes}::text[])`] : []),
  ])
  return { data: await presentTimesheets(caller, sheets) }
}
