import { type Approval, createApproval, updateApproval } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { showsApprovals } from '../../../data/approvals.ts'
import { words } from '../../../language/words.ts'
import { DayField } from '../../../parts/day-field/day-field.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { Chips } from '../facts/chips.tsx'
import { useTaskFiles } from '../files/task-files.ts'
import { useApproverItems } from './approver-items.tsx'
import { type Draft, draftOf, updateOf } from './draft.ts'

const t = words('approval-dialog', {
  ask: 'Ask for approval',
  change: 'Change the approval',
  what: 'What is to be approved',
  hint: 'What they should look at, and what it is for',
  who: 'Approvers',
  choose: 'Choose people',
  nobody: 'With nobody chosen it is kept as a draft.',
  due: 'Decide until',
  files: 'Files it is about',
  only: 'Only these files, not the task',
  ends: 'It is finished',
  onApprove: 'as approved, once everybody has approved',
  onReject: 'as rejected, once somebody has rejected',
  send: 'Ask for approval',
  keep: 'Keep as a draft',
  save: 'Save',
  cancel: 'Cancel',
})

interface ApprovalDialogProps {
  taskId: string
  /** The approval that is changed. */
  known?: Approval
  /** One that is asked for again. */
  like?: Approval
  /** Files that it is about, by their first versions. */
  files?: readonly string[]
  onClose: () => void
}

/** Asks for an approval, or changes one that is open: what, by whom, until when, which files, and how it ends. */
export function ApprovalDialog({ taskId, known, like, files = [], onClose }: ApprovalDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(known ?? like, files))
  const become = (members: Partial<Draft>) => setDraft({ ...draft, ...members })
  const create = useChange(createApproval, showsApprovals)
  const update = useChange(updateApproval, showsApprovals)
  const ids = { what: useId(), due: useId() }
  const { isPending } = known ? update : create
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { approvers, attachments, dueDate, type, ...rest } = draft
    const done = known
      ? update.mutateAsync({ approvalId: known.id, ...updateOf(known, draft) })
      : create.mutateAsync({
          taskId,
          ...rest,
          approvers: [...approvers],
          attachments: [...attachments],
          ...(dueDate && { dueDate }),
          type: attachments.length > 0 ? type : 'Regular',
        })
    // The reason stands below; what was written stays.
    void done.then(onClose, () => {})
  }
  return (
    <Dialog title={known ? t.change : t.ask} onClose={onClose}>
      <form className="approval-form" onSubmit={send}>
        <div>
          <label htmlFor={ids.what}>{t.what}</label>
          <textarea
            id={ids.what}
            rows={3}
            maxLength={10_000}
            placeholder={t.hint}
            value={draft.description}
            onChange={({ target }) => become({ description: target.value })}
          />
        </div>
        {!known && <Approvers chosen={draft.approvers} onChoose={(approvers) => become({ approvers })} />}
        <div>
          <label htmlFor={ids.due}>{t.due}</label>
          <DayField
            id={ids.due}
            label={t.due}
            day={draft.dueDate}
            // The server keeps a date that it was given.
            canClear={!known?.dueDate}
            onChange={(dueDate) => become({ dueDate })}
          />
        </div>
        <FilesOfDraft draft={draft} become={become} mayBeOnly={!known} />
        <fieldset className="approval-checks">
          <legend>{t.ends}</legend>
          <Check
            text={t.onApprove}
            isChecked={draft.autoFinishOnApprove}
            onChange={(autoFinishOnApprove) => become({ autoFinishOnApprove })}
          />
          <Check
            text={t.onReject}
            isChecked={draft.autoFinishOnReject}
            onChange={(autoFinishOnReject) => become({ autoFinishOnReject })}
          />
        </fieldset>
        <Fault error={create.error ?? update.error} />
        <div className="actions">
          <button type="submit" disabled={isPending}>
            {known ? t.save : draft.approvers.length > 0 ? t.send : t.keep}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function Approvers({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (ids: string[]) => void }) {
  const items = useApproverItems(chosen)
  const chips = chosen.flatMap((id) => items.find((item) => item.id === id) ?? [])
  return (
    <fieldset className="approval-people">
      <legend>{t.who}</legend>
      <Chips chips={chips} onTakeOff={(id) => onChoose(chosen.filter((one) => one !== id))} />
      <Picker label={t.who} items={items} chosen={chosen} isMany onChoose={onChoose}>
        <Icon name="add" />
        {t.choose}
      </Picker>
      {chosen.length === 0 && <p className="quiet">{t.nobody}</p>}
    </fieldset>
  )
}

interface FilesOfDraftProps {
  draft: Draft
  become: (members: Partial<Draft>) => void
  mayBeOnly: boolean
}

function FilesOfDraft({ draft: { attachments, type }, become, mayBeOnly }: FilesOfDraftProps) {
  const { files = [] } = useTaskFiles()
  if (files.length === 0) return null
  return (
    <fieldset className="approval-checks">
      <legend>{t.files}</legend>
      {files.map(({ id, current }) => (
        <Check
          key={id}
          text={current.name}
          isChecked={attachments.includes(id)}
          onChange={(isChosen) =>
            become({ attachments: isChosen ? [...attachments, id] : attachments.filter((one) => one !== id) })
          }
        />
      ))}
      {mayBeOnly && attachments.length > 0 && (
        <Check
          text={t.only}
          isChecked={type === 'FilesOnly'}
          onChange={(isOnly) => become({ type: isOnly ? 'FilesOnly' : 'Regular' })}
        />
      )}
    </fieldset>
  )
}

interface CheckProps {
  text: string
  isChecked: boolean
  onChange: (isChecked: boolean) => void
}

function Check({ text, isChecked, onChange }: CheckProps) {
  return (
    <label className="fact-check">
      <input type="checkbox" checked={isChecked} onChange={({ target }) => onChange(target.checked)} />
      {text}
    </label>
  )
}
