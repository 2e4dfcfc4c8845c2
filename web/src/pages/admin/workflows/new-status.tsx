import type { ColorInfoName, Workflow } from '@taskwright/sdk'
import { words } from '../../../language/words.ts'
import { colourNames } from '../parts/colours.ts'
import { NewLine } from '../parts/new-line.tsx'
import type { GroupOfStatus } from './status-group.tsx'
import { useWorkflowChange } from './use-workflow-change.ts'

const t = words('new-status', {
  Active: 'New active status',
  Completed: 'New completed status',
  Deferred: 'New deferred status',
  Cancelled: 'New cancelled status',
})

const usual = { Active: 'Blue', Completed: 'Green', Deferred: 'Gray', Cancelled: 'Gray' } as const

/** A field for another status of a group, which comes last in it. */
export function NewStatus({ group, workflow }: { group: GroupOfStatus; workflow: Workflow }) {
  const { set } = useWorkflowChange(workflow)
  return (
    <NewLine
      label={t[group]}
      onAdd={(name) => set({ customStatus: { name, group, color: freeColour(workflow, group) } })}
    />
  )
}

/** The usual colour of the group, or one that no status of the workflow has yet. */
function freeColour(workflow: Workflow, group: GroupOfStatus): ColorInfoName {
  const used = new Set(workflow.customStatuses.map(({ color }) => color))
  return used.has(usual[group]) ? (colourNames.find((name) => !used.has(name)) ?? usual[group]) : usual[group]
}
