import { Link, useParams } from '@tanstack/react-router'
import { getWorkflowUse, queryWorkflows, type Workflow } from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from '../../../data/api.ts'
import { usePlaces } from '../../../data/folders.ts'
import { plural, words } from '../../../language/words.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { EditableText } from '../parts/editable-text.tsx'
import { PlanNote } from '../parts/plan-note.tsx'
import { StatusGroup, statusGroups } from './status-group.tsx'
import { useWorkflowChange } from './use-workflow-change.ts'
import './workflows.css'

const t = words('workflow-page', {
  back: 'Workflows',
  workflow: 'Workflow',
  reading: 'Reading …',
  gone: 'There is no such workflow, or its space is not shared with you.',
  name: 'Name',
  description: 'What it is for',
  standard: 'The default workflow: it stands wherever no other was chosen, and is never hidden.',
  space: ({ title }: { title: string }) => `It belongs to the space ${title}.`,
  account: 'It can be used in the whole account.',
  hide: 'Hide the workflow',
  show: 'Show the workflow again',
  hidden: 'Hidden: nobody can choose it any more; work that has it keeps it.',
  told: ({ name }: { name: string }) => `${name} is hidden.`,
  toldShown: ({ name }: { name: string }) => `${name} can be chosen again.`,
  renamed: ({ name }: { name: string }) => `The workflow is now called ${name}.`,
  unused: 'No folder, space or item type uses it yet.',
  used: ({ spaces, folders, types }: { spaces: string; folders: string; types: string }) =>
    `Used by ${folders}; suggested in ${spaces}; ${types} begin with it.`,
  spaces: ({ count }: { count: number }) => plural(count, { one: '# space', other: '# spaces' }),
  folders: ({ count }: { count: number }) =>
    plural(count, { one: '# folder or project', other: '# folders and projects' }),
  types: ({ count }: { count: number }) => plural(count, { one: '# item type', other: '# item types' }),
})

/** One workflow: its name, where it is used, and its statuses by group, in their order. */
export function WorkflowPage() {
  const { workflowId } = useParams({ from: '/admin/workflows/$workflowId' })
  const { data, error, refetch } = useRead(queryWorkflows, {})
  const workflow = data?.find(({ id }) => id === workflowId)
  return (
    <AdminPage title={workflow?.name ?? t.workflow} back={<Link to="/admin/workflows">{t.back}</Link>}>
      <PlanNote feature="customWorkflows" />
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data && !workflow && <Empty icon="warning" title={t.gone} />}
      {workflow && <Editor workflow={workflow} />}
    </AdminPage>
  )
}

function Editor({ workflow }: { workflow: Workflow }) {
  const { set } = useWorkflowChange(workflow)
  const use = useRead(getWorkflowUse, { workflowId: workflow.id })
  const places = usePlaces()
  const found = use.data?.[0]
  const counts = useMemo(() => new Map(found?.statuses.map((one) => [one.customStatusId, one])), [found])
  const { name, description = '', hidden, standard, spaceId } = workflow
  const scope = spaceId ? t.space({ title: places?.byId.get(spaceId)?.title ?? '' }) : t.account
  return (
    <>
      <div className="workflow-facts">
        <EditableText
          label={t.name}
          value={name}
          onChange={(next) => set({ name: next }, t.renamed({ name: next }), { name })}
        />
        <EditableText
          label={t.description}
          value={description}
          isOptional
          isLong
          maxLength={2000}
          onChange={(next) => set({ description: next })}
        />
        <p className="quiet">
          {standard ? t.standard : scope}{' '}
          {found && found.spaces + found.folders + found.itemTypes === 0 && !standard && t.unused}
          {found &&
            found.spaces + found.folders + found.itemTypes > 0 &&
            t.used({
              spaces: t.spaces({ count: found.spaces }),
              folders: t.folders({ count: found.folders }),
              types: t.types({ count: found.itemTypes }),
            })}
        </p>
        {hidden && <p className="notice warn">{t.hidden}</p>}
        {!standard && (
          <button
            type="button"
            className="secondary small"
            onClick={() => set({ hidden: !hidden }, hidden ? t.toldShown({ name }) : t.told({ name }), { hidden })}
          >
            {hidden ? t.show : t.hide}
          </button>
        )}
      </div>
      <div className="status-groups">
        {statusGroups.map((group) => (
          <StatusGroup key={group} group={group} workflow={workflow} counts={counts} />
        ))}
      </div>
    </>
  )
}
