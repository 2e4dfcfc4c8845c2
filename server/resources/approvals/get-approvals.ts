import type { Handler } from '#contract/handler.ts'
import { visibleApprovals } from './access.ts'
import type * as contract from './contract.ts'
import { presentApproval } from './presenter.ts'
import { withParts } from './queries.ts'

/** Reads approvals by id, in the order of the request. */
export const getApprovals: Handler<typeof contract.getApprovals> = async ({ caller, input }) => ({
  data: (await withParts(caller, await visibleApprovals(caller, input.approvalIds))).map((full) =>
    presentApproval(caller, full),
  ),
})
