import { Link } from '@tanstack/react-router'
import { queryWorkflows, type Workflow } from '@taskwright/sdk'
import { useState } from 'react'
import { useRead } from '../../../data/api.ts'
import { usePlaces } from '../../../data/folders.ts'
import { plural, words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { PlanNote, useFeature } from '../parts/plan-note.tsx'
import { NewWorkflow } from './new-workflow.tsx'
import './workflows.css'

const t = words('workflows-page', {
  title: 'Workflows',
  lead: 'The ways that work goes through: each workflow has statuses, in four groups from active to cancelled.',
  add: 'New workflow',
  account: 'Of the account',
  space: ({ title }: { title: string }) => `Of the space ${title}`,
  hidden: 'Hidden',
  standard: 'Default',
  count: ({ count }: { count: number }) => plural(count, { one: '# status', other: '# statuses' }),
  reading: 'Reading …',
})

/** All workflows that the admin sees: those of the account, then those of spaces. */
export function WorkflowsPage() {
  const { data, error, refetch } = useRead(queryWorkflows, {})
  const places = usePlaces()
  const [isAdding, setAdding] = useState(false)
  const { has } = useFeature('customWorkflows')
  const spaces = [...new Set((data ?? []).flatMap(({ spaceId }) => spaceId ?? []))]
  const titleOf = (id: string) => places?.byId.get(id)?.title ?? id
  return (
    <AdminPage
      title={t.title}
      lead={t.lead}
      actions={
        <button type="button" disabled={!has} onClick={() => setAdding(true)}>
          {t.add}
        </button>
      }
    >
      <PlanNote feature="customWorkflows" />
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data && <Workflows title={t.account} workflows={data.filter(({ spaceId }) => !spaceId)} />}
      {spaces.map((id) => (
        <Workflows
          key={id}
          title={t.space({ title: titleOf(id) })}
          workflows={(data ?? []).filter(({ spaceId }) => spaceId === id)}
        />
      ))}
      {isAdding && <NewWorkflow onClose={() => setAdding(false)} />}
    </AdminPage>
  )
}

function Workflows({ title, workflows }: { title: string; workflows: readonly Workflow[] }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="admin-rows">
        {workflows.map(({ id, name, standard, hidden, customStatuses }) => (
          <li key={id} className="workflow-row">
            <span className="row-main">
              <Link to="/admin/workflows/$workflowId" params={{ workflowId: id }}>
                {name}
              </Link>
              <span className="quiet">{t.count({ count: customStatuses.length })}</span>
            </span>
            <span className="status-line">
              {customStatuses
                .filter((status) => !status.hidden)
                .map((status) => (
                  <span key={status.id} className="status-mark">
                    <ColourDot color={status.color ?? 'Gray'} />
                    <span>{status.name}</span>
                  </span>
                ))}
            </span>
            {standard && <span className="tag">{t.standard}</span>}
            {hidden && <span className="tag warn">{t.hidden}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
