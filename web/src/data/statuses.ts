import { type CustomStatus, queryWorkflows } from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from './api.ts'

/** A status and the workflow it belongs to. */
export interface Status extends CustomStatus {
  workflowId: string
}

export interface Statuses {
  byId: ReadonlyMap<string, Status>
  /** Those a task with this status can have next: all of its workflow that are in use. */
  beside(id: string): Status[]
}

export function useStatuses(): Statuses | undefined {
  const workflows = useRead(queryWorkflows, {})
  return useMemo(() => {
    if (!workflows.data) return undefined
    const all = workflows.data.flatMap(({ id: workflowId, customStatuses }) =>
      customStatuses.map((status) => ({ ...status, workflowId })),
    )
    const byId = new Map(all.map((status) => [status.id, status]))
    return {
      byId,
      beside: (id) =>
        all.filter((status) => status.workflowId === byId.get(id)?.workflowId && (!status.hidden || status.id === id)),
    }
  }, [workflows.data])
}
