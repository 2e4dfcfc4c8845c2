import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { invalidValue } from '#contract/errors.ts'
import type { BudgetMetricHistoryItem } from './contract.ts'
import { metricHistory } from './queries.ts'
import type { Metric } from './tables.ts'

interface Window {
  start?: Date | undefined
  end?: Date | undefined
}
type Items = Static<typeof BudgetMetricHistoryItem>[]

/** @throws {Refused} `invalid_parameter` for a window that ends before it starts. */
export function requireWindow(window: Window | undefined): void {
  if (window?.start && window.end && window.start > window.end)
    throw invalidValue('updatedDate', 'a start before the end')
}

/** Histories of metrics, by number of the item; each metric that is wanted is there, if only as an empty list. */
export async function historiesOf(
  caller: Caller,
  itemIds: readonly number[],
  metrics: readonly Metric[],
  window: Window | undefined,
): Promise<Map<number, { [M in Metric]?: Items }>> {
  const histories = new Map(
    itemIds.map((id) => [id, Object.fromEntries(metrics.map((metric) => [metric, []])) as { [M in Metric]?: Items }]),
  )
  for (const row of await metricHistory(caller, itemIds, window)) {
    histories.get(row.item_id)?.[row.metric]?.push({
      value: row.value,
      startDate: formatInstant(row.start_at),
      ...(row.end_at ? { endDate: formatInstant(row.end_at) } : {}),
    })
  }
  return histories
}
