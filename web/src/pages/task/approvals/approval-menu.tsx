import type { Approval } from '@taskwright/sdk'
import { useState } from 'react'
import { isOpen } from '../../../data/approvals.ts'
import { words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { ActionMenu } from '../../../parts/menu.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { ApprovalDialog } from './approval-dialog.tsx'
import type { useApprovalChange } from './use-approvals.ts'

const t = words('approval-menu', {
  more: 'More about this approval',
  change: 'Change …',
  again: 'Ask again …',
  Approved: 'Finish as approved …',
  Rejected: 'Finish as rejected …',
  cancel: 'Cancel the approval …',
  sureApproved: 'Finish it as approved?',
  sureRejected: 'Finish it as rejected?',
  finishSays: 'Whoever has not decided is asked no longer. It does not change any more afterwards.',
  actApproved: 'It is approved',
  actRejected: 'It is rejected',
  sureCancel: 'Cancel the approval?',
  cancelSays: 'Nobody is asked any longer. What was said stays to be read; to go on, ask again.',
  actCancel: 'Cancel the approval',
})

interface ApprovalMenuProps {
  approval: Approval
  changes: ReturnType<typeof useApprovalChange>
  mayChange: boolean
}

/** What is done with an approval more rarely: all that ends it asks first. */
export function ApprovalMenu({ approval, changes, mayChange }: ApprovalMenuProps) {
  const { task, may } = useOpenTask()
  const [open, setOpen] = useState<'change' | 'again' | 'cancel' | 'Approved' | 'Rejected'>()
  const close = () => setOpen(undefined)
  if (!may('requestApproval')) return null
  const ends = (['Approved', 'Rejected'] as const).map((status) => ({
    label: t[status],
    icon: status === 'Approved' ? ('check' as const) : ('close' as const),
    run: () => setOpen(status),
  }))
  const choices = mayChange
    ? [
        { label: t.change, icon: 'edit' as const, run: () => setOpen('change') },
        ...(approval.status === 'Pending' ? ends : []),
      ]
    : [{ label: t.again, icon: 'redo' as const, run: () => setOpen('again') }]
  const harms = mayChange
    ? [{ label: t.cancel, icon: 'remove' as const, isHarm: true, run: () => setOpen('cancel') }]
    : []
  return (
    <>
      <ActionMenu label={t.more} groups={[{ choices }, { choices: harms }]} />
      {open === 'change' && isOpen(approval) && <ApprovalDialog taskId={task.id} known={approval} onClose={close} />}
      {open === 'again' && <ApprovalDialog taskId={task.id} like={approval} onClose={close} />}
      {open === 'cancel' && (
        <Confirm title={t.sureCancel} act={t.actCancel} onAct={changes.cancel} onClose={close}>
          <p>{t.cancelSays}</p>
        </Confirm>
      )}
      {(open === 'Approved' || open === 'Rejected') && (
        <Confirm title={t[`sure${open}`]} act={t[`act${open}`]} onAct={() => changes.finish(open)} onClose={close}>
          <p>{t.finishSays}</p>
        </Confirm>
      )}
    </>
  )
}
