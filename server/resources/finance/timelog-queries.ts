import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import { seesRates } from '../hourly-rates/access.ts'
import { placeOfWork } from './task-metrics.ts'

export interface TimelogMoney {
  currency: string
  actualFees: number
  actualCost: number
}

/** What records of time cost and bring, by number, where it is asked for: for account admins alone, since it tells rates. */
export async function timelogMoney(
  caller: Caller,
  fields: ReadonlySet<string>,
  rows: readonly { timelog_id: number }[],
): Promise<Map<number, TimelogMoney> | undefined> {
  if (!fields.has('finance') || rows.length === 0 || !seesRates(caller)) return undefined
  const worth = (type: 'Bill' | 'Cost') =>
    sql`round((l.hours * coalesce(hourly_rate_value(l.account_id, 'User', l.person_id, ${sql.lit(type)}, up.folders, l.tracked_date), 0))::numeric, 2)::double precision`
  const found = await sql<TimelogMoney & { timelog_id: number }>`
    select l.timelog_id, a.currency, ${worth('Cost')} as "actualCost",
      case when coalesce(l.billing_type, t.billing_type, up.contract_type, 'Billable') = 'Billable' then ${worth('Bill')} else 0 end as "actualFees"
    from timelog l join account a on a.account_id = l.account_id
    join task t on t.account_id = l.account_id and t.task_id = l.task_id
    ${placeOfWork}
    where l.account_id = ${caller.accountId} and l.timelog_id = any(${rows.map((row) => row.timelog_id)}::bigint[])`.execute(
    connectionOf(caller),
  )
  return new Map(found.rows.map(({ timelog_id, ...money }) => [timelog_id, money]))
}
