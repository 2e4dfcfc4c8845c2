import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import { fieldName } from '../custom-fields/named-field.ts'
import { seesRates } from '../hourly-rates/access.ts'
import type { Rollup } from './contract.ts'
import { childrenOf, type RollupRow, rollupsOn, rollupValues } from './queries.ts'

const money = new Set(['budget', 'plannedFees', 'plannedCost', 'actualFees', 'actualCost'])

/** Rollups of items, in their order, with what they are now. Sums of money are told to account admins alone. */
export async function presentRollups(
  caller: Caller,
  on: 'folder' | 'task',
  itemIds: readonly number[],
  fits: (row: RollupRow) => boolean = () => true,
): Promise<Static<typeof Rollup>[]> {
  const rows = (await rollupsOn(caller, itemIds)).filter(fits)
  const key = (row: Pick<RollupRow, 'item_id' | 'custom_field_id' | 'system_field'>) =>
    `${row.item_id} ${row.custom_field_id} ${row.system_field}`
  const values = new Map((await rollupValues(caller, itemIds)).map((row) => [key(row), row.value]))
  const children = await childrenOf(caller, itemIds)
  const id = (isTask: boolean, number: number) => encodeId(isTask ? 'Task' : 'Folder', caller.accountId, number)
  return itemIds.map((itemId) => ({
    itemId: id(on === 'task', itemId),
    rollupSettings: rows
      .filter((row) => row.item_id === itemId)
      .map((row) => {
        const value = money.has(row.system_field) && !seesRates(caller) ? null : (values.get(key(row)) ?? null)
        return {
          fieldId: fieldName(caller, row),
          systemField: row.system_field !== '',
          aggregation: row.aggregation,
          ...(value === null ? {} : { value }),
        }
      }),
    childIds: children.filter((child) => child.item_id === itemId).map((child) => id(child.is_task, child.id)),
  }))
}
