import { type Audited, numbered, type Reading } from './audited.ts'

interface Content {
  description?: string
  dueDate?: string | null
  autoFinishOnApprove?: boolean
  autoFinishOnReject?: boolean
}
type Said<T> = { before?: T; after?: T }

/** Approvals are told of the task or folder they stand at, for which the log has types. */
const about = (approvalId: number) => ({ 'Approval Id': numbered('Approval', approvalId) })

export const approvalCreated: Reading = (event) => ({ operation: 'ApprovalCreated', details: about(event.entityId) })

/** Its text, its date, and what ends it. */
export const approvalChanged: Reading = (event) => {
  const { before = {}, after = {} } = event as Said<Content>
  const details = about(event.entityId)
  const found: Audited[] = []
  if (before.description !== after.description) found.push({ operation: 'ApprovalDescriptionChanged', details })
  if (String(before.dueDate) !== String(after.dueDate))
    found.push({
      operation: 'ApprovalDueDateChanged',
      details: { ...details, 'Old Due Date': before.dueDate, 'New Due Date': after.dueDate },
    })
  const ends = ({ autoFinishOnApprove, autoFinishOnReject }: Content) =>
    [autoFinishOnApprove, autoFinishOnReject].join()
  if (ends(before) !== ends(after)) found.push({ operation: 'ApprovalFinalDecisionStrategyChanged', details })
  return found
}

export const approvers: Reading = (event) => {
  const { before = {}, after = {} } = event as Said<{ added?: number[]; removed?: number[] }>
  const lists = [
    ['ApproverAdded', after.added ?? []],
    ['ApproverRemoved', before.removed ?? []],
  ] as const
  return lists
    .filter(([, people]) => people.length > 0)
    .map(([operation, people]) => ({
      operation,
      details: { ...about(event.entityId), 'User Id': numbered('Contact', [...people]) },
    }))
}

/** Open again is told by what opened it. */
export const approvalStatus: Reading = (event) => {
  const { status } = event.after as { status: string }
  const details = { ...about(event.entityId), Status: status }
  if (status === 'Cancelled') return { operation: 'ApprovalCanceled', details }
  return status === 'Approved' || status === 'Rejected' ? { operation: 'ApprovalFinished', details } : undefined
}

export const approvalDecision: Reading = (event) => {
  const { decision } = event.after as { decision: string }
  return { operation: 'ApprovalDecisionMade', details: { ...about(event.entityId), Decision: decision } }
}
