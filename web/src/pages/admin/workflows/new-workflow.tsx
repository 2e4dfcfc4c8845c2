import { useNavigate } from '@tanstack/react-router'
import { createWorkflow, queryWorkflows } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { focusedFirst } from '../parts/focused-first.ts'
import { SpaceField } from '../parts/space-field.tsx'

const t = words('new-workflow', {
  title: 'New workflow',
  name: 'Name',
  description: 'What it is for (optional)',
  where: 'Who uses it',
  add: 'Create the workflow',
  says: 'It begins with the statuses Active and Completed; add others on its page.',
})

/** A form for a new workflow, of the account or of a space. */
export function NewWorkflow({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [spaceId, setSpaceId] = useState<string>()
  const create = useChange(createWorkflow, [queryWorkflows])
  const [nameId, descriptionId] = [useId(), useId()]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    create.mutate(
      {
        name: name.trim(),
        ...(description.trim() && { description: description.trim() }),
        ...(spaceId && { spaceId }),
      },
      {
        onSuccess: ([made]) => {
          onClose()
          if (made) void navigate({ to: '/admin/workflows/$workflowId', params: { workflowId: made.id } })
        },
      },
    )
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="admin-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={nameId}>{t.name}</label>
          <input
            id={nameId}
            ref={focusedFirst}
            required
            maxLength={128}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={descriptionId}>{t.description}</label>
          <input
            id={descriptionId}
            maxLength={2000}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
          />
        </div>
        <SpaceField label={t.where} spaceId={spaceId} onChoose={setSpaceId} />
        <p className="quiet">{t.says}</p>
        <Fault error={create.error} />
        <div className="actions">
          <button type="submit" disabled={create.isPending || name.trim() === ''}>
            {t.add}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
