import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { presentItem } from '../search/item.ts'
import { livingItems } from '../search/items.ts'
import type { Visit } from './contract.ts'
import type { VisitRow } from './queries.ts'

/** Visits with what was opened, but for what the caller doesn't see any more. */
export async function presentVisits(caller: Caller, rows: readonly VisitRow[]): Promise<Static<typeof Visit>[]> {
  const numbers = (isTask: boolean) => rows.filter((row) => row.is_task === isTask).map((row) => row.item_id)
  const items = await livingItems(caller, { tasks: numbers(true), folders: numbers(false) })
  return rows.flatMap((row) => {
    const item = items.get(row.item_id)
    return item ? [{ ...presentItem(caller.accountId, item), visitedDate: formatInstant(row.visited_at) }] : []
  })
}
