import type { CustomStatus, CustomStatusUse, Workflow } from '@taskwright/sdk'
import { useId, useState } from 'react'
import { tell } from '../../../data/notices.ts'
import { plural, words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { whenDone } from '../parts/when-done.ts'
import { useStatusRemoval } from './use-workflow-change.ts'

const t = words('remove-status', {
  title: ({ name }: { name: string }) => `Delete the status ${name}?`,
  tasks: ({ count }: { count: number }) => plural(count, { one: '# task has it', other: '# tasks have it' }),
  projects: ({ count }: { count: number }) => plural(count, { one: '# project has it', other: '# projects have it' }),
  says: 'They get the status below instead, in the recycle bin too. This cannot be undone.',
  replacement: 'What they get instead',
  last: 'It is the last status of its group in this workflow: hide it instead, or add another first.',
  act: 'Delete the status',
  deleting: 'Deleting …',
  done: ({ name }: { name: string }) => `The status ${name} is deleted.`,
})

interface RemoveStatusProps {
  status: CustomStatus
  workflow: Workflow
  use: CustomStatusUse | undefined
  onClose: () => void
}

/** Asks what tasks and projects get in place of a status that goes. */
export function RemoveStatus({ status, workflow, use, onClose }: RemoveStatusProps) {
  const others = workflow.customStatuses
    .filter(({ id, group }) => group === status.group && id !== status.id)
    .toSorted((one, other) => Number(one.hidden) - Number(other.hidden))
  const [replacementId, setReplacement] = useState(others[0]?.id ?? '')
  const remove = useStatusRemoval()
  const id = useId()
  const { name } = status
  if (others.length === 0)
    return (
      <Dialog title={t.title({ name })} onClose={onClose}>
        <p>{t.last}</p>
      </Dialog>
    )
  return (
    <Dialog title={t.title({ name })} onClose={onClose}>
      <p>
        {t.tasks({ count: use?.tasks ?? 0 })}, {t.projects({ count: use?.projects ?? 0 })}. {t.says}
      </p>
      <div className="field">
        <label htmlFor={id}>{t.replacement}</label>
        <select id={id} value={replacementId} onChange={({ target }) => setReplacement(target.value)}>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </select>
      </div>
      <div className="actions">
        <button
          type="button"
          className="harm"
          disabled={remove.isPending}
          onClick={() =>
            whenDone(remove.mutateAsync({ workflowId: workflow.id, customStatusId: status.id, replacementId }), () => {
              tell(t.done({ name }))
              onClose()
            })
          }
        >
          {remove.isPending ? t.deleting : t.act}
        </button>
      </div>
    </Dialog>
  )
}
