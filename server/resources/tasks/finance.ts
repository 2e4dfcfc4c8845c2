import type { Caller } from '#access/caller.ts'
import { type Money, moneyOf } from '../finance/queries.ts'
import { seesRates } from '../hourly-rates/access.ts'

/** What tasks cost and bring, where it is asked for: for account admins alone, because sums of single tasks tell rates. */
export async function financeOf(
  caller: Caller,
  fields: ReadonlySet<string>,
  rows: readonly { task_id: number }[],
): Promise<Map<number, Money> | undefined> {
  if (!fields.has('finance') || rows.length === 0 || !seesRates(caller)) return undefined
  return moneyOf(
    caller,
    rows.map((row) => row.task_id),
  )
}
