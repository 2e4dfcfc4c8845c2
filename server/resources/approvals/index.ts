import { bind } from '#contract/bind.ts'
import { cancelApproval } from './cancel-approval.ts'
import * as contract from './contract.ts'
import { createApproval } from './create-approval.ts'
import { decideApproval } from './decide-approval.ts'
import { finishApproval } from './finish-approval.ts'
import { getApprovals } from './get-approvals.ts'
import { queryApprovals } from './query-approvals.ts'
import { queryApprovalsIn } from './query-approvals-in.ts'
import { updateApproval } from './update-approval.ts'

export const approvals = bind(contract, {
  queryApprovals,
  queryApprovalsIn,
  getApprovals,
  createApproval,
  updateApproval,
  cancelApproval,
  decideApproval,
  finishApproval,
})
