import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import { workflowCreated } from './events.ts'
import { presentWorkflow } from './presenter.ts'
import type { WorkflowRow } from './queries.ts'

const firstStatuses = [
  { name: 'Active', status_group: 'Active', color: 'Blue', position: 0 },
  { name: 'Completed', status_group: 'Completed', color: 'Green', position: 1 },
] as const

/**
 * Creates a workflow of the account or of a space, with a status to begin with and one to end with.
 *
 * @throws {Refused} as `permit` does for editing the space.
 */
export const createWorkflow: Handler<typeof contract.createWorkflow> = async ({ caller, input }) => {
  const account = permitAccount(caller, 'manageWorkflows')
  if (input.spaceId !== undefined) await permitSpace(caller, 'editFolder', input.spaceId)
  return change(caller, async (rows) => {
    const row = await rows.insert('workflow', account, {
      name: input.name,
      description: input.description ?? null,
      space_id: input.spaceId ?? null,
    })
    const statuses = await rows.insertAll(
      'custom_status',
      account,
      firstStatuses.map((status) => ({ ...status, workflow_id: row.workflow_id })),
    )
    const workflow: WorkflowRow = { ...row, statuses, isVisible: true }
    return changed({ data: [presentWorkflow(caller, workflow)] }, workflowCreated(workflow))
  })
}
