import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import type * as contract from './contract.ts'
import { workflowToChange } from './modify-workflow.ts'
import { useOfStatuses, useOfWorkflow } from './use-queries.ts'

/** Counts what goes by a workflow, for whoever is about to change it. */
export const getWorkflowUse: Handler<typeof contract.getWorkflowUse> = async ({ caller, input }) => {
  const workflow = await workflowToChange(caller, input.workflowId)
  permitAccount(caller, 'manageWorkflows')
  const statuses = await useOfStatuses(
    caller,
    workflow.statuses.map((status) => status.custom_status_id),
  )
  const use = {
    workflowId: encodeId('Workflow', caller.accountId, workflow.workflow_id),
    ...(await useOfWorkflow(caller, workflow.workflow_id)),
    statuses: workflow.statuses.map(({ custom_status_id }) => ({
      customStatusId: encodeId('CustomStatus', caller.accountId, custom_status_id),
      tasks: statuses.get(custom_status_id)?.tasks ?? 0,
      projects: statuses.get(custom_status_id)?.projects ?? 0,
    })),
  }
  return { data: [use] }
}
