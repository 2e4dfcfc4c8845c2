import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { Selectable } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import type { TimelogCategory } from './contract.ts'
import type { TimelogCategoryTables } from './tables.ts'

export type CategoryRow = Selectable<TimelogCategoryTables['timelog_category']>

/** Row → TimelogCategory. */
export const presentCategory = (caller: Caller, row: CategoryRow): Static<typeof TimelogCategory> => ({
  id: encodeId('TimelogCategory', caller.accountId, row.timelog_category_id),
  name: row.name,
  order: row.position,
  hidden: row.hidden,
})
