import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import {
  type Approval,
  type ApprovalDecision,
  decideApproval,
  getApprovals,
  queryApprovals,
  queryApprovalsIn,
} from '@taskwright/sdk'
import { words } from '../language/words.ts'
import { useChange } from './api.ts'
import { tell } from './notices.ts'
import { patchRows } from './patch.ts'

/** What shows approvals, and is read again when one has changed. */
export const showsApprovals = [queryApprovals, queryApprovalsIn, getApprovals]

const t = words('approvals-data', {
  Approved: 'You approved it.',
  Rejected: 'You rejected it.',
  Pending: 'Your decision was taken back.',
  undo: 'Undo',
})

/** Whether anything about it may still change. */
export const isOpen = ({ status }: Pick<Approval, 'status'>): boolean => status === 'Pending' || status === 'Draft'

/** What somebody said of it; undefined where they are not asked. */
export const decisionOf = ({ decisions }: Approval, personId: string | undefined): ApprovalDecision | undefined =>
  decisions.find(({ approverId }) => approverId === personId)

/** Whether it waits for this person. */
export const waitsFor = (approval: Approval, personId: string | undefined): boolean =>
  approval.status === 'Pending' && decisionOf(approval, personId)?.status === 'Pending'

/** Shows other members of an approval at once; returns what takes them back. */
export const patchApproval = (
  memory: QueryClient,
  id: string,
  change: (approval: Approval) => Partial<Approval>,
): (() => void) => patchRows<Approval>(memory, [id], (row) => ({ ...row, ...change(row) }))

/**
 * The person's own decision about an approval, seen at once. As long as the approval stays open, a notice offers to take it back.
 */
export function useDecide(approval: Approval, personId: string) {
  const memory = useQueryClient()
  const change = useChange(decideApproval, showsApprovals, {
    show: ({ approvalId, status, comment = '' }) =>
      patchApproval(memory, approvalId, (row) => decided(row, personId, { status, comment })),
  })
  const before = decisionOf(approval, personId)
  return {
    error: change.error,
    isPending: change.isPending,
    decide: async (status: ApprovalDecision['status'], comment = '') => {
      const [after] = await change.mutateAsync({ approvalId: approval.id, status, comment })
      const back = { approvalId: approval.id, status: before?.status ?? 'Pending', comment: before?.comment ?? '' }
      tell(t[status], after && isOpen(after) ? { action: { label: t.undo, run: () => change.mutate(back) } } : {})
    },
  }
}

/** An approval with a decision, finished where its rules say so. */
function decided(
  approval: Approval,
  personId: string,
  decision: Pick<ApprovalDecision, 'status' | 'comment'>,
): Partial<Approval> {
  const decisions = approval.decisions.map((one) =>
    one.approverId === personId ? { ...one, ...decision, updatedDate: new Date().toISOString() } : one,
  )
  const [isRejected, isApproved] = [
    approval.autoFinishOnReject && decisions.some(({ status }) => status === 'Rejected'),
    approval.autoFinishOnApprove && decisions.every(({ status }) => status === 'Approved'),
  ]
  const status = isRejected ? 'Rejected' : isApproved ? 'Approved' : approval.status
  return { decisions, status, finished: status !== approval.status }
}
