import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentPlaceholder } from './presenter.ts'
import { livingPlaceholders } from './queries.ts'

/** Lists the placeholders of the account. */
export const queryPlaceholders: Handler<typeof contract.queryPlaceholders> = async ({ caller }) => ({
  data: (await livingPlaceholders(caller)).map((row) => presentPlaceholder(caller, row)),
})
