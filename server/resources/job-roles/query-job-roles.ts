import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentJobRole } from './presenter.ts'
import { livingJobRoles } from './queries.ts'

/** Lists the job roles of the account. */
export const queryJobRoles: Handler<typeof contract.queryJobRoles> = async ({ caller }) => ({
  data: (await livingJobRoles(caller)).map((row) => presentJobRole(caller, row)),
})
