import type { Caller } from '#access/caller.ts'
import { role } from '#access/roles.ts'
import { planHas } from '#contract/plans.ts'
import { type Money, moneyOf } from '../finance/queries.ts'
import { seesRates } from '../hourly-rates/access.ts'
import type { FolderRow } from './presenter.ts'

/**
 * The money of projects that the caller may know, by number: all of it for account admins, the budget for the role Full,
 * nothing for others.
 */
export async function financeOf(caller: Caller, rows: readonly FolderRow[]): Promise<Map<number, Money>> {
  if (!planHas(caller.plan, 'billing')) return new Map()
  const all = seesRates(caller)
  const known = rows.filter((row) => row.is_project && (all || isFull(caller, row))).map((row) => row.folder_id)
  const money = known.length > 0 ? await moneyOf(caller, known) : new Map<number, Money>()
  if (all) return money
  return new Map(
    [...money].map(([id, { currency, budget }]) => [id, { currency, ...(budget === undefined ? {} : { budget }) }]),
  )
}

const isFull = (caller: Caller, row: FolderRow): boolean =>
  (row.access_roles ?? []).some(([principal, given]) => given === role.full && caller.principals.includes(principal))
