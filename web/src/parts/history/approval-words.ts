import type { Activity, ActivityState } from '@taskwright/sdk'
import { words } from '../../language/words.ts'

const t = words('history-approvals', {
  asked: 'Asked for an approval',
  changed: 'Changed an approval',
  approved: 'Approved it',
  rejected: 'Rejected it',
  undecided: 'Took a decision back',
  isApproved: 'The approval is given',
  isRejected: 'The approval is refused',
  isPending: 'An approval waits for decisions',
  isCancelled: 'Called an approval off',
  isDraft: 'An approval has nobody to decide yet',
  reset: 'Decisions of an approval begin anew',
  approvers: ({ names }: { names: string }) =>
    names === '' ? 'Changed who decides about an approval' : `Asked ${names} for an approval`,
})

const decided: Record<string, () => string> = {
  Approved: () => t.approved,
  Rejected: () => t.rejected,
  Pending: () => t.undecided,
}
const became: Record<string, () => string> = {
  Approved: () => t.isApproved,
  Rejected: () => t.isRejected,
  Pending: () => t.isPending,
  Cancelled: () => t.isCancelled,
  Draft: () => t.isDraft,
}

/** What happened to an approval, in plain words. */
export function approvalWords(act: Activity['act'], to: ActivityState, names: string): string {
  switch (act) {
    case 'ApprovalRequested':
      return t.asked
    case 'ApprovalDecided':
      return (decided[to.decision ?? ''] ?? (() => t.changed))()
    case 'ApprovalStatusChanged':
      return (became[to.status ?? ''] ?? (() => t.changed))()
    case 'ApprovalDecisionsReset':
      return t.reset
    case 'ApproversChanged':
      return t.approvers({ names })
    default:
      return t.changed
  }
}
