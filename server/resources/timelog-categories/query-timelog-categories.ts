import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import type * as contract from './contract.ts'
import { categoryRows } from './queries.ts'

/** Lists the categories of time of the account. */
export const queryTimelogCategories: Handler<typeof contract.queryTimelogCategories> = async ({ caller }) => ({
  data: (await categoryRows(caller)).map((row) => ({
    id: encodeId('TimelogCategory', caller.accountId, row.timelog_category_id),
    name: row.name,
    order: row.position,
    hidden: row.hidden,
  })),
})
