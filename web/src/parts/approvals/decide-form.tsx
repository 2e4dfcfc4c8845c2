import type { ApprovalDecision } from '@taskwright/sdk'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { useDecide } from '../../data/approvals.ts'
import { words } from '../../language/words.ts'
import { Fault } from '../fault.tsx'
import { Icon } from '../icon.tsx'
import './approvals.css'

const t = words('decide-form', {
  label: 'Your decision',
  comment: 'Comment',
  hint: 'A word about it; a rejection needs a reason',
  approve: 'Approve',
  reject: 'Reject',
  why: 'Say why you reject it: whoever asked has to know what to change.',
  takeBack: 'Take it back',
  keep: 'Leave it as it is',
})

interface DecideFormProps {
  /** It outlives the form, which may go as soon as the decision is seen. */
  deciding: ReturnType<typeof useDecide>
  /** What was decided before, where that is changed. */
  known?: ApprovalDecision
  /** It was decided, or left as it was. */
  onDone?: () => void
}

/** Approve, or reject with a reason. Enter in no field decides: a slip would end the approval. */
export function DecideForm({ deciding: { decide, error, isPending }, known, onDone }: DecideFormProps) {
  const [comment, setComment] = useState(known?.comment ?? '')
  const [lacksReason, setLacksReason] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const faultId = useId()
  const send = (status: ApprovalDecision['status']) => {
    if (status === 'Rejected' && comment.trim() === '') {
      setLacksReason(true)
      field.current?.focus()
      return
    }
    // What went wrong stands below; what was written stays.
    void decide(status, status === 'Pending' ? '' : comment.trim()).then(onDone, () => {})
  }
  return (
    <form className="decide" aria-label={t.label} onSubmit={(event: FormEvent) => event.preventDefault()}>
      <textarea
        ref={field}
        aria-label={t.comment}
        aria-invalid={lacksReason || undefined}
        aria-describedby={lacksReason ? faultId : undefined}
        placeholder={t.hint}
        rows={2}
        maxLength={10_000}
        value={comment}
        onChange={({ target }) => {
          setComment(target.value)
          setLacksReason(false)
        }}
      />
      {lacksReason && (
        <p className="fault" id={faultId} role="alert">
          {t.why}
        </p>
      )}
      <div className="decide-buttons">
        <button type="button" className="small" disabled={isPending} onClick={() => send('Approved')}>
          <Icon name="check" />
          {t.approve}
        </button>
        <button type="button" className="harm small" disabled={isPending} onClick={() => send('Rejected')}>
          <Icon name="close" />
          {t.reject}
        </button>
        {known && (
          <>
            <button type="button" className="secondary small" disabled={isPending} onClick={() => send('Pending')}>
              {t.takeBack}
            </button>
            <button type="button" className="link" onClick={onDone}>
              {t.keep}
            </button>
          </>
        )}
      </div>
      <Fault error={error} />
    </form>
  )
}
