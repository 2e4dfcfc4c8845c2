import type { Handler } from '#contract/handler.ts'
import { jobRolesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentJobRole } from './presenter.ts'

/** Reads job roles by id, in the order of the request; deleted ones too. */
export const getJobRolesByIds: Handler<typeof contract.getJobRolesByIds> = async ({ caller, input }) => ({
  data: (await jobRolesByIds(caller, input.jobroleIds)).map((row) => presentJobRole(caller, row)),
})
