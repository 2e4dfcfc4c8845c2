import type { Handler } from '#contract/handler.ts'
import { presentUser, usersByIds } from './access.ts'
import type * as contract from './contract.ts'

/** Reads one user. */
export const getUser: Handler<typeof contract.getUser> = async ({ caller, input }) => ({
  data: (await usersByIds(caller, [input.userId])).map((row) => presentUser(caller, row)),
})
