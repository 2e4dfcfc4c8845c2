import type { Approval } from '@taskwright/sdk'
import { useRef, useState } from 'react'
import { decisionOf, isOpen, useDecide, waitsFor } from '../../../data/approvals.ts'
import { dayOf, dayText, isPast } from '../../../data/days.ts'
import { useMe } from '../../../data/me.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { decidedText, StateTag, stateName } from '../../../parts/approvals/approval-state.tsx'
import { DecideForm } from '../../../parts/approvals/decide-form.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { Overdue } from '../facts/overdue.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { ApprovalFiles } from './approval-files.tsx'
import { ApprovalMenu } from './approval-menu.tsx'
import { Approver } from './approver.tsx'
import { useApproverItems } from './approver-items.tsx'
import { useApprovalChange } from './use-approvals.ts'

const t = words('approval-card', {
  somebody: 'Somebody',
  label: ({ name, state }: { name: string; state: string }) => `Approval that ${name} asked for: ${state}`,
  asked: ({ name }: { name: string }) => `Asked by ${name}`,
  due: ({ day }: { day: string }) => `decide until ${day}`,
  approvers: 'Approvers',
  askMore: 'Ask somebody else',
  change: 'Change my decision',
  nobody: 'Nobody is asked yet: choose who has to approve it.',
  filesOnly: 'Only the files are to be approved.',
})

/** One approval: what it is about, how it stands, who said what, and the reader's own decision. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const { may } = useOpenTask()
  const people = usePeople()
  const me = useMe()?.id
  const changes = useApprovalChange(approval)
  const deciding = useDecide(approval, me ?? '')
  const [isChanging, setChanging] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  const { status, description, decisions, dueDate } = approval
  const author = people.get(approval.authorId)
  const name = author ? nameOf(author) : t.somebody
  const mayChange = may('requestApproval') && isOpen(approval)
  const own = decisionOf(approval, me)
  const mayDecide = may('approve') && own !== undefined
  // What was written stays until the server has taken it.
  const isDeciding =
    mayDecide &&
    (deciding.isPending || waitsFor(approval, me) || (status === 'Pending' && (isChanging || deciding.error !== null)))
  const done = () => {
    setChanging(false)
    card.current?.focus()
  }
  return (
    <li ref={card} className="approval" tabIndex={-1} aria-label={t.label({ name, state: stateName(status) })}>
      <div className="approval-head">
        <StateTag state={status} />
        <span className="quiet">{decidedText(approval)}</span>
        <ApprovalMenu approval={approval} changes={changes} mayChange={mayChange} />
      </div>
      {description && <p className="approval-text">{description}</p>}
      <p className="approval-asked quiet">
        {t.asked({ name })}
        {dueDate && (
          <>
            {' · '}
            <time dateTime={dueDate}>{t.due({ day: dayText(dueDate) })}</time>
          </>
        )}
      </p>
      {dueDate && isOpen(approval) && isPast(dueDate) && <Overdue due={dueDate} today={dayOf(new Date())} />}
      {approval.type === 'FilesOnly' && <p className="quiet">{t.filesOnly}</p>}
      <ApprovalFiles approval={approval} />
      {decisions.length > 0 && (
        <ul className="approvers" aria-label={t.approvers}>
          {decisions.map((decision) => (
            <Approver
              key={decision.approverId}
              approval={approval}
              decision={decision}
              {...(mayChange && { onDismiss: changes.dismiss })}
            />
          ))}
        </ul>
      )}
      {status === 'Draft' && <p className="quiet">{t.nobody}</p>}
      {mayChange && <AskMore approval={approval} onAsk={changes.ask} />}
      {isDeciding ? (
        <DecideForm deciding={deciding} {...(isChanging && { known: own })} onDone={done} />
      ) : (
        <Fault error={deciding.error} />
      )}
      {mayDecide && status === 'Pending' && !isDeciding && (
        <button type="button" className="secondary small approval-change" onClick={() => setChanging(true)}>
          <Icon name="edit" />
          {t.change}
        </button>
      )}
      <Fault error={changes.error} />
    </li>
  )
}

interface AskMoreProps {
  approval: Approval
  onAsk: (personId: string, name: string) => void
}

function AskMore({ approval: { decisions }, onAsk }: AskMoreProps) {
  const items = useApproverItems().filter(({ id }) => !decisions.some(({ approverId }) => approverId === id))
  if (items.length === 0) return null
  return (
    <Picker
      label={t.approvers}
      items={items}
      chosen={[]}
      onChoose={([id = '']) => onAsk(id, items.find((item) => item.id === id)?.title ?? '')}
      className="plain approval-more"
    >
      <Icon name="add" />
      {t.askMore}
    </Picker>
  )
}
