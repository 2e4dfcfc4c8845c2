import type { Handler } from '#contract/handler.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import { presentWorkflow } from './presenter.ts'
import { findWorkflows, tasksByStatus } from './queries.ts'

/**
 * Lists the workflows of the account and of the spaces the caller sees, or those usable in one space.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for the space.
 */
export const queryWorkflows: Handler<typeof contract.queryWorkflows> = async ({ caller, input, fields }) => {
  if (input.spaceId !== undefined) await permitSpace(caller, 'read', input.spaceId)
  const workflows = await findWorkflows(caller, { spaceId: input.spaceId })
  const usage = fields.has('dataUsageStatistics') ? await tasksByStatus(caller) : undefined
  return {
    data: workflows.filter(({ isVisible }) => isVisible).map((workflow) => presentWorkflow(caller, workflow, usage)),
  }
}
