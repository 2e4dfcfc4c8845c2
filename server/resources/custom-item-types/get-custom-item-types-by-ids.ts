import type { Handler } from '#contract/handler.ts'
import { itemTypesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentItemType } from './presenter.ts'
import { itemsByType } from './queries.ts'

/** Reads custom item types by id, in the order of the request; deleted ones only when they are wanted. */
export const getCustomItemTypesByIds: Handler<typeof contract.getCustomItemTypesByIds> = async ({
  caller,
  input,
  fields,
}) => {
  const rows = await itemTypesByIds(caller, input.customItemTypeIds, { withDeleted: input.withDeleted })
  const usage = fields.has('dataUsageStatistics') ? await itemsByType(caller) : undefined
  return { data: rows.map((row) => presentItemType(caller, row, usage)) }
}
