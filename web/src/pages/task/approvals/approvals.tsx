import type { Approval } from '@taskwright/sdk'
import { useState } from 'react'
import { isOpen } from '../../../data/approvals.ts'
import { plural, words } from '../../../language/words.ts'
import { useCommands } from '../../../parts/commands.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Section } from '../frame/section.tsx'
import { ApprovalCard } from './approval-card.tsx'
import { ApprovalDialog } from './approval-dialog.tsx'
import { useApprovals } from './use-approvals.ts'
import './task-approvals.css'

const t = words('approvals', {
  ask: 'Ask for approval',
  asking: 'Ask for approval …',
  also: 'approve review sign off decision',
  none: 'Nobody was asked to approve this yet. Ask whoever has to agree before it goes on: they decide here, each for themselves.',
  earlier: ({ count }: { count: number }) => plural(count, { one: '# earlier approval', other: '# earlier approvals' }),
})

/** What is to be approved, by whom, and what they said. */
export function Approvals() {
  const { task, may } = useOpenTask()
  const read = useApprovals()
  const [isAsking, setAsking] = useState(false)
  const mayAsk = may('requestApproval')
  useCommands(
    mayAsk ? [{ id: 'ask-approval', title: t.asking, also: t.also, icon: 'approval', run: () => setAsking(true) }] : [],
  )
  const all = read.data ?? []
  const [shown, earlier] = [all.filter(isShown), all.filter((one, at) => !isShown(one, at))]
  if (!mayAsk && all.length === 0) return null
  return (
    <Section
      name="approvals"
      actions={
        mayAsk && (
          <button type="button" className="secondary small" onClick={() => setAsking(true)}>
            <Icon name="add" />
            {t.ask}
          </button>
        )
      }
    >
      <Fault error={read.error} onRetry={() => void read.refetch()} />
      {read.data && all.length === 0 && <p className="quiet">{t.none}</p>}
      {shown.length > 0 && (
        <ul className="approvals">
          {shown.map((approval) => (
            <ApprovalCard key={approval.id} approval={approval} />
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <details className="approvals-earlier">
          <summary>{t.earlier({ count: earlier.length })}</summary>
          <ul className="approvals">
            {earlier.map((approval) => (
              <ApprovalCard key={approval.id} approval={approval} />
            ))}
          </ul>
        </details>
      )}
      {isAsking && <ApprovalDialog taskId={task.id} onClose={() => setAsking(false)} />}
    </Section>
  )
}

/** What is open, and how the last one ended. */
const isShown = (approval: Approval, at: number): boolean =>
  isOpen(approval) || (at === 0 && approval.status !== 'Cancelled')
