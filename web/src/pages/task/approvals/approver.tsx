import type { Approval, ApprovalDecision } from '@taskwright/sdk'
import { useState } from 'react'
import { agoText, momentText } from '../../../data/days.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { Icon, type IconName } from '../../../parts/icon.tsx'
import { Avatar } from '../../../parts/person.tsx'
import { endsWithout } from './use-approvals.ts'

const t = words('approver', {
  somebody: 'Somebody whom you do not know',
  Pending: 'has not decided yet',
  Approved: 'approved',
  Rejected: 'rejected',
  dismiss: ({ name }: { name: string }) => `Ask ${name} no longer`,
  sure: ({ name }: { name: string }) => `Ask ${name} no longer?`,
  decided: 'The decision goes with them, and cannot be brought back.',
  ends: 'Everybody else has approved: without them the approval is given, and does not change any more.',
  act: 'Ask them no longer',
})

const icons: Record<ApprovalDecision['status'], IconName> = { Pending: 'clock', Approved: 'check', Rejected: 'close' }

interface ApproverProps {
  approval: Approval
  decision: ApprovalDecision
  onDismiss?: (decision: ApprovalDecision, name: string) => void
}

/** Somebody who is asked, and what they said when. */
export function Approver({ approval, decision, onDismiss }: ApproverProps) {
  const { approverId, status, comment, updatedDate } = decision
  const person = usePeople().get(approverId)
  const [isAsked, setAsked] = useState(false)
  const name = person ? nameOf(person) : t.somebody
  const ends = endsWithout(approval, approverId)
  return (
    <li className="approver">
      {person ? <Avatar person={person} isNamed={false} /> : <Icon name="person" />}
      <span className="approver-said">
        <b>{name}</b>{' '}
        <span className={`approver-state ${status.toLowerCase()}`}>
          <Icon name={icons[status]} />
          {t[status]}
        </span>{' '}
        {status !== 'Pending' && (
          <time className="quiet" dateTime={updatedDate} title={momentText(updatedDate)}>
            {agoText(updatedDate)}
          </time>
        )}
      </span>
      {onDismiss && (
        <button
          type="button"
          className="plain"
          aria-label={t.dismiss({ name })}
          onClick={() => (ends || status !== 'Pending' ? setAsked(true) : onDismiss(decision, name))}
        >
          <Icon name="close" />
        </button>
      )}
      {comment && <p className="approver-comment">{comment}</p>}
      {isAsked && onDismiss && (
        <Confirm
          title={t.sure({ name })}
          act={t.act}
          onAct={() => onDismiss(decision, name)}
          onClose={() => setAsked(false)}
        >
          {status !== 'Pending' && <p>{t.decided}</p>}
          {ends && <p>{t.ends}</p>}
        </Confirm>
      )}
    </li>
  )
}
