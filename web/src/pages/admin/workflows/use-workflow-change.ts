import { useQueryClient } from '@tanstack/react-query'
import {
  type CustomStatus,
  deleteCustomStatus,
  getTasksByIds,
  getWorkflowUse,
  type ModifyWorkflowInput,
  modifyWorkflow,
  queryTasks,
  queryWorkflows,
  type Workflow,
} from '@taskwright/sdk'
import { useChange } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { words } from '../../../language/words.ts'
import { whenDone } from '../parts/when-done.ts'

const t = words('workflow-change', { undo: 'Undo' })

type Members = Omit<ModifyWorkflowInput, 'workflowId'>

/** Changes a workflow and its statuses, shown at once; with `told` and the members that were, a notice offers to undo it. */
export function useWorkflowChange(workflow: Workflow) {
  const memory = useQueryClient()
  const change = useChange(modifyWorkflow, [queryWorkflows, getWorkflowUse], {
    show: ({ workflowId, ...members }) =>
      patchRows<Workflow>(memory, [workflowId], (row) => ({ ...row, ...shown(row, members) })),
  })
  const workflowId = workflow.id
  return {
    set: (members: Members, told?: string, before?: Members) =>
      whenDone(change.mutateAsync({ workflowId, ...members }), () => {
        if (told === undefined || !before) return
        tell(told, { action: { label: t.undo, run: () => whenDone(change.mutateAsync({ workflowId, ...before })) } })
      }),
    order: (statusOrder: string[]) => change.mutateAsync({ workflowId, statusOrder }),
  }
}

/** Deletes a status for another of its group. */
export const useStatusRemoval = () =>
  useChange(deleteCustomStatus, [queryWorkflows, getWorkflowUse, queryTasks, getTasksByIds])

function shown(row: Workflow, { name, description, hidden, customStatus, statusOrder }: Members): Partial<Workflow> {
  const statuses = row.customStatuses ?? []
  const { id, group: _group, ...marks } = customStatus ?? {}
  const changed = id ? statuses.map((status) => (status.id === id ? { ...status, ...marks } : status)) : statuses
  const at = (status: CustomStatus) => statusOrder?.indexOf(status.id) ?? 0
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(hidden !== undefined && { hidden }),
    ...((id || statusOrder) && { customStatuses: statusOrder ? changed.toSorted((a, b) => at(a) - at(b)) : changed }),
  }
}
