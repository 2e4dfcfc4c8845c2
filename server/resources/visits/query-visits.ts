import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentVisits } from './presenter.ts'
import { visitsOf } from './queries.ts'

/** Lists what the caller opened last: 60 at most, three queries. */
export const queryVisits: Handler<typeof contract.queryVisits> = async ({ caller }) => ({
  data: await presentVisits(caller, await visitsOf(caller)),
})
