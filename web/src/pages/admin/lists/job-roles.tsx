import { useQueryClient } from '@tanstack/react-query'
import { createJobRole, deleteJobRole, type JobRole, queryJobRoles, updateJobRole } from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { EditableText } from '../parts/editable-text.tsx'
import { NewLine } from '../parts/new-line.tsx'
import { PlanNote, useFeature } from '../parts/plan-note.tsx'
import { whenDone } from '../parts/when-done.ts'

const t = words('job-roles', {
  title: 'Job roles',
  none: 'No job roles yet. They stand for who is needed while nobody is named, and carry rates.',
  add: 'New job role',
  name: ({ title }: { title: string }) => `Title of ${title}`,
  remove: ({ title }: { title: string }) => `Delete ${title}`,
  confirm: ({ title }: { title: string }) => `Delete the job role ${title}?`,
  confirmSays: 'Who has it keeps it; nobody can be given it any more. This cannot be undone.',
  confirmAct: 'Delete the job role',
  removed: ({ title }: { title: string }) => `The job role ${title} is deleted.`,
})

/** The job roles of the account. */
export function JobRoles() {
  const memory = useQueryClient()
  const { has } = useFeature('jobRoles')
  const { data, error, refetch } = useRead(queryJobRoles, {})
  const [leaving, setLeaving] = useState<JobRole>()
  const create = useChange(createJobRole, [queryJobRoles])
  const update = useChange(updateJobRole, [queryJobRoles], {
    show: ({ jobroleId, title }) =>
      patchRows<JobRole>(memory, [jobroleId], (row) => ({ ...row, ...(title !== undefined && { title }) })),
  })
  const remove = useChange(deleteJobRole, [queryJobRoles])
  return (
    <section className="card">
      <h2>{t.title}</h2>
      <PlanNote feature="jobRoles" />
      <Fault error={error} onRetry={refetch} />
      {data?.length === 0 && <p className="quiet">{t.none}</p>}
      <ul className="short-list">
        {(data ?? []).map((role) => (
          <li key={role.id}>
            <img className="group-picture" src={role.avatarUrl} alt="" width={26} height={26} />
            <EditableText
              label={t.name({ title: role.title })}
              value={role.title}
              maxLength={1000}
              onChange={(title) => whenDone(update.mutateAsync({ jobroleId: role.id, title }))}
            />
            <button
              type="button"
              className="plain"
              aria-label={t.remove({ title: role.title })}
              onClick={() => setLeaving(role)}
            >
              <Icon name="remove" />
            </button>
          </li>
        ))}
      </ul>
      {has && <NewLine label={t.add} onAdd={(title) => whenDone(create.mutateAsync({ title }))} />}
      {leaving && (
        <Confirm
          title={t.confirm({ title: leaving.title })}
          act={t.confirmAct}
          onAct={() =>
            whenDone(remove.mutateAsync({ jobroleId: leaving.id }), () => tell(t.removed({ title: leaving.title })))
          }
          onClose={() => setLeaving(undefined)}
        >
          <p>{t.confirmSays}</p>
        </Confirm>
      )}
    </section>
  )
}
