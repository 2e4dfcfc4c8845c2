import type { ApprovalRow, DecisionRow } from './presenter.ts'

type Rules = Pick<ApprovalRow, 'finish_on_approve' | 'finish_on_reject'>
type Status = ApprovalRow['status']

/** What the decisions make of an open approval, by its rules: it stays pending where no rule finishes it. */
export function statusAfter(rules: Rules, decisions: readonly Pick<DecisionRow, 'status'>[]): Status {
  if (decisions.length === 0) return 'Draft'
  if (rules.finish_on_reject && verdict(decisions) === 'Rejected') return 'Rejected'
  if (rules.finish_on_approve && verdict(decisions) === 'Approved') return 'Approved'
  return 'Pending'
}

/** What the decisions say together: one rejection rejects, all approvals approve; undefined while somebody is missing. */
export function verdict(decisions: readonly Pick<DecisionRow, 'status'>[]): 'Approved' | 'Rejected' | undefined {
  if (decisions.some((decision) => decision.status === 'Rejected')) return 'Rejected'
  return decisions.every((decision) => decision.status === 'Approved') ? 'Approved' : undefined
}
