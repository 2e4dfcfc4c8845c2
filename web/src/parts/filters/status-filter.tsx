import { queryWorkflows } from '@taskwright/sdk'
import { useRead } from '../../data/api.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { ColourDot } from '../status.tsx'
import { filterWords as t } from './filter-words.ts'
import { Pick } from './pick.tsx'

interface StatusFilterProps {
  chosen: string[] | undefined
  facts: ViewFacts
  onChange: (chosen: string[] | undefined) => void
}

/** Statuses of all workflows that are in use, each with the name of its workflow. */
export function StatusFilter({ chosen = [], facts, onChange }: StatusFilterProps) {
  const workflows = new Map((useRead(queryWorkflows, {}).data ?? []).map((workflow) => [workflow.id, workflow]))
  const items = [...facts.statuses.byId.values()]
    .filter(
      ({ id, hidden, workflowId }) => chosen.includes(id) || (!hidden && workflows.get(workflowId)?.hidden !== true),
    )
    .map(({ id, name, color = 'Gray', workflowId }) => ({
      id,
      title: name,
      mark: <ColourDot color={color} />,
      ...(workflows.size > 1 && { note: workflows.get(workflowId)?.name ?? '' }),
    }))
  return <Pick label={t.customStatuses} items={items} chosen={chosen} onChange={onChange} />
}
