import type { Handler } from '#contract/handler.ts'
import { groupById } from './access.ts'
import type * as contract from './contract.ts'
import { presentGroup } from './presenter.ts'

/** Reads one group. */
export const getGroup: Handler<typeof contract.getGroup> = async ({ caller, input, fields }) => ({
  data: [presentGroup(caller, await groupById(caller, input.groupId), fields)],
})
