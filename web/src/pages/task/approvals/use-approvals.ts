import { useQueryClient } from '@tanstack/react-query'
import {
  type Approval,
  type ApprovalDecision,
  cancelApproval,
  finishApproval,
  queryApprovalsIn,
  updateApproval,
} from '@taskwright/sdk'
import { useChange, useRead } from '../../../data/api.ts'
import { isOpen, patchApproval, showsApprovals } from '../../../data/approvals.ts'
import { tell } from '../../../data/notices.ts'
import { words } from '../../../language/words.ts'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('use-approvals', {
  asked: ({ name }: { name: string }) => `${name} is asked too.`,
  dismissed: ({ name }: { name: string }) => `${name} is no longer asked.`,
  undo: 'Undo',
})

/** The approvals of the open task, the newest first. */
export function useApprovals() {
  const { task } = useOpenTask()
  return useRead(queryApprovalsIn, { taskId: task.id })
}

/** What whoever may edit the task can do with an approval, seen at once. */
export function useApprovalChange(approval: Approval) {
  const memory = useQueryClient()
  const update = useChange(updateApproval, showsApprovals, {
    show: ({ approvalId, addApprovers = [], removeApprovers = [] }) =>
      patchApproval(memory, approvalId, ({ decisions }) => ({
        decisions: [
          ...decisions.filter(({ approverId }) => !removeApprovers.includes(approverId)),
          ...addApprovers.map(undecided),
        ],
      })),
  })
  const cancel = useChange(cancelApproval, showsApprovals)
  const finish = useChange(finishApproval, showsApprovals)
  const approvalId = approval.id
  const failed = () => {}
  return {
    error: update.error ?? cancel.error ?? finish.error,
    ask: (personId: string, name: string) =>
      void update.mutateAsync({ approvalId, addApprovers: [personId] }).then(
        () =>
          tell(t.asked({ name }), {
            action: { label: t.undo, run: () => update.mutate({ approvalId, removeApprovers: [personId] }) },
          }),
        failed,
      ),
    /** Whoever has decided takes the decision along: that can't be undone. */
    dismiss: ({ approverId, status }: ApprovalDecision, name: string) =>
      void update.mutateAsync({ approvalId, removeApprovers: [approverId] }).then(([after]) => {
        const canUndo = status === 'Pending' && after && isOpen(after)
        const run = () => update.mutate({ approvalId, addApprovers: [approverId] })
        tell(t.dismissed({ name }), canUndo ? { action: { label: t.undo, run } } : {})
      }, failed),
    cancel: () => cancel.mutate({ approvalId }),
    finish: (status: 'Approved' | 'Rejected') => finish.mutate({ approvalId, status }),
  }
}

const undecided = (approverId: string): ApprovalDecision => ({
  approverId,
  comment: '',
  status: 'Pending',
  updatedDate: new Date().toISOString(),
})

/** Whether an approval ends as approved once this person is no longer asked. */
export const endsWithout = ({ decisions, autoFinishOnApprove }: Approval, personId: string): boolean => {
  const others = decisions.filter(({ approverId }) => approverId !== personId)
  return autoFinishOnApprove && others.length > 0 && others.every(({ status }) => status === 'Approved')
}
