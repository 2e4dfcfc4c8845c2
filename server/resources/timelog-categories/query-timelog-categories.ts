import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentCategory } from './presenter.ts'
import { categoryRows } from './queries.ts'

/** Lists the categories of time of the account. */
export const queryTimelogCategories: Handler<typeof contract.queryTimelogCategories> = async ({ caller }) => ({
  data: (await categoryRows(caller)).map((row) => presentCategory(caller, row)),
})
