import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import { invalidValue, notAllowed, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { idAsSent } from '#ids/foreign.ts'
import * as contract from './contract.ts'
import { workflowUpdated } from './events.ts'
import { keepOneOfGroup, workflowToChange } from './modify-workflow.ts'
import { presentWorkflow } from './presenter.ts'
import { findWorkflows, type StatusRow, type WorkflowRow } from './queries.ts'
import { countWithStatus, replaceStatus } from './use-queries.ts'

/**
 * Deletes a status of a workflow, after giving what has it another of its group.
 *
 * @throws {Refused} `resource_not_found` for the workflow or a status, `not_allowed` for one that every account has or that
 * too much has, `invalid_parameter` for a replacement that is no other status of the group.
 */
export const deleteCustomStatus: Handler<typeof contract.deleteCustomStatus> = async ({ caller, input }) => {
  const before = await workflowToChange(caller, input.workflowId)
  const may = permitAccount(caller, 'manageWorkflows')
  const status = statusOf(caller, before, input.customStatusId)
  const replacement = statusOf(caller, before, input.replacementId)
  if (status.standard) throw notAllowed('Every account has this status: it can be hidden, not deleted')
  if (replacement === status || replacement.status_group !== status.status_group)
    throw invalidValue('replacementId', `another status of the group ${status.status_group}`)
  keepOneOfGroup(before, status.custom_status_id)

  return change(caller, async (rows, inside) => {
    const { accountId } = caller
    if (
      (await countWithStatus(rows, accountId, status.custom_status_id, contract.mostReplaced)) > contract.mostReplaced
    )
      throw notAllowed(`More than ${contract.mostReplaced} tasks and projects have this status: hide it instead`)
    const moved = await replaceStatus(rows, accountId, {
      from: status.custom_status_id,
      to: replacement.custom_status_id,
      group: status.status_group,
    })
    await rows.delete('custom_status', may, { custom_status_id: status.custom_status_id })
    const [after] = (await findWorkflows(inside, { workflowId: before.workflow_id })) as [WorkflowRow]
    return changed({ data: [presentWorkflow(caller, after)] }, workflowUpdated(before, after), ...moved)
  })
}

function statusOf(caller: Caller, workflow: WorkflowRow, statusId: number): StatusRow {
  const status = workflow.statuses.find((own) => own.custom_status_id === statusId)
  if (!status) throw notFound('Custom status', idAsSent(caller.accountId, 'CustomStatus', statusId))
  return status
}
