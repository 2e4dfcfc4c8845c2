import type { CustomStatus, CustomStatusUse, Workflow } from '@taskwright/sdk'
import { useState } from 'react'
import { words } from '../../../language/words.ts'
import { useOrder } from '../parts/use-order.ts'
import { NewStatus } from './new-status.tsx'
import { RemoveStatus } from './remove-status.tsx'
import { StatusRow } from './status-row.tsx'
import { useWorkflowChange } from './use-workflow-change.ts'

export const statusGroups = ['Active', 'Completed', 'Deferred', 'Cancelled'] as const
export type GroupOfStatus = (typeof statusGroups)[number]

const t = words('status-group', {
  Active: 'Active',
  Completed: 'Completed',
  Deferred: 'Deferred',
  Cancelled: 'Cancelled',
  ActiveSays: 'Work that goes on',
  CompletedSays: 'Work that is done',
  DeferredSays: 'Work that waits for later',
  CancelledSays: 'Work that will not be done',
  none: 'No status yet. Add one if work can come to this.',
})

interface StatusGroupProps {
  group: GroupOfStatus
  workflow: Workflow
  counts: ReadonlyMap<string, CustomStatusUse>
}

/** The statuses of a group in their order, to change, move, hide and delete, and a field for another. */
export function StatusGroup({ group, workflow, counts }: StatusGroupProps) {
  const [leaving, setLeaving] = useState<CustomStatus>()
  const { order } = useWorkflowChange(workflow)
  const own = workflow.customStatuses.filter((status) => status.group === group)
  const byId = new Map(own.map((status) => [status.id, status]))
  // The server takes the order of all statuses; those of other groups stay where they are.
  const sorted = useOrder([...byId.keys()], (ids) =>
    order(statusGroups.flatMap((each) => (each === group ? ids : idsOf(workflow, each)))),
  )
  return (
    <section className="status-group" aria-label={t[group]}>
      <h2>{t[group]}</h2>
      <p className="quiet">{t[`${group}Says`]}</p>
      {own.length === 0 && <p className="quiet">{t.none}</p>}
      <ul>
        {sorted.order.flatMap((id) => {
          const status = byId.get(id)
          if (!status) return []
          return (
            <StatusRow
              key={id}
              status={status}
              workflow={workflow}
              use={counts.get(id)}
              order={sorted.order}
              onPlace={sorted.place}
              onRemove={() => setLeaving(status)}
            />
          )
        })}
      </ul>
      <NewStatus group={group} workflow={workflow} />
      {leaving && (
        <RemoveStatus
          status={leaving}
          workflow={workflow}
          use={counts.get(leaving.id)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </section>
  )
}

const idsOf = (workflow: Workflow, group: GroupOfStatus): string[] =>
  workflow.customStatuses.filter((status) => status.group === group).map(({ id }) => id)
