import type { EventRecord } from '#events/change.ts'
import type { ApprovalRow, DecisionRow } from './presenter.ts'

/** Where an approval is, as each of its events says. */
const placeOf = (row: ApprovalRow) => ({ taskId: row.task_id, folderId: row.folder_id })

const event = (type: string, row: ApprovalRow, said: Pick<EventRecord, 'before' | 'after'>): EventRecord => ({
  type,
  entityType: 'approval',
  entityId: row.approval_id,
  ...said,
})

/** Webhooks tell approvals of tasks and of folders apart by the name. */
const named = (row: ApprovalRow, what: string) => `${row.task_id === null ? 'Folder' : 'Task'}Approval${what}`

export const approvalCreated = (row: ApprovalRow): EventRecord =>
  event('ApprovalCreated', row, { after: { ...placeOf(row), ...content(row) } })

/** Its text, date and rules. */
export const approvalChanged = (before: ApprovalRow, after: ApprovalRow): EventRecord =>
  event('ApprovalChanged', after, {
    before: content(before),
    after: { ...placeOf(after), ...content(after) },
  })

export const approvalStatusChanged = (before: ApprovalRow | undefined, after: ApprovalRow): EventRecord =>
  event(named(after, 'StatusChanged'), after, {
    ...(before ? { before: { status: before.status } } : {}),
    after: { ...placeOf(after), status: after.status, finisherId: after.finisher_id },
  })

export const approvalDecisionChanged = (row: ApprovalRow, before: DecisionRow, after: DecisionRow): EventRecord =>
  event(named(row, 'DecisionChanged'), row, {
    before: { decision: before.status, comment: before.comment },
    after: { ...placeOf(row), approverId: after.approver_id, decision: after.status, comment: after.comment },
  })

export const approvalDecisionsReset = (row: ApprovalRow, approverIds: readonly number[]): EventRecord =>
  event(named(row, 'DecisionReset'), row, { after: { ...placeOf(row), approverIds } })

/** Approvers or files that came and went. */
export function approvalPartsChanged(
  row: ApprovalRow,
  what: 'Approvers' | 'Attachments',
  added: readonly number[],
  removed: readonly number[],
): EventRecord[] {
  if (added.length + removed.length === 0) return []
  return [event(`Approval${what}Changed`, row, { before: { removed }, after: { ...placeOf(row), added } })]
}

const content = (row: ApprovalRow) => ({
  description: row.description,
  dueDate: row.due_date,
  autoFinishOnApprove: row.finish_on_approve,
  autoFinishOnReject: row.finish_on_reject,
})
