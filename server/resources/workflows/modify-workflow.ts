import type { Caller } from '#access/caller.ts'
import { type Permit, permitAccount } from '#access/permit.ts'
import { forbidden, invalidValue, notAllowed, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changedBy } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { idAsSent } from '#ids/foreign.ts'
import type * as contract from './contract.ts'
import { workflowUpdated } from './events.ts'
import { presentWorkflow } from './presenter.ts'
import { findWorkflows, type WorkflowRow } from './queries.ts'

type StatusInput = NonNullable<Input<typeof contract.modifyWorkflow>['customStatus']>

/**
 * Changes a workflow: its name, description, whether it is hidden, and at most one status a call.
 *
 * @throws {Refused} `resource_not_found` for the workflow or the status, `not_allowed` for hiding the default workflow or its
 * last status of a group,
 * `invalid_parameter` for a status with both id and group, or neither, and for an order that is not of all statuses.
 */
export const modifyWorkflow: Handler<typeof contract.modifyWorkflow> = async ({ caller, input }) => {
  const before = await workflowToChange(caller, input.workflowId)
  const account = permitAccount(caller, 'manageWorkflows')
  checkStatus(caller, before, input.customStatus)
  if (input.hidden && before.standard) throw notAllowed('The default workflow cannot be hidden')
  if (input.customStatus?.hidden) keepOneOfGroup(before, input.customStatus.id)
  if (input.statusOrder) checkOrder(before, input.statusOrder)

  return change(caller, async (rows, inside) => {
    const changes = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.description === undefined ? {} : { description: input.description }),
      ...(input.hidden === undefined ? {} : { hidden: input.hidden }),
    }
    if (Object.keys(changes).length > 0)
      await rows.update('workflow', account, { workflow_id: before.workflow_id }, changes)
    if (input.customStatus) await writeStatus(rows, account, before, input.customStatus)
    for (const [position, custom_status_id] of (input.statusOrder ?? []).entries())
      await rows.update('custom_status', account, { custom_status_id }, { position })
    const [after] = (await findWorkflows(inside, { workflowId: before.workflow_id })) as [WorkflowRow]
    const isChanged =
      Object.keys(changes).length > 0 || input.customStatus !== undefined || input.statusOrder !== undefined
    return changedBy({ data: [presentWorkflow(caller, after)] }, isChanged ? [workflowUpdated(before, after)] : [])
  })
}

/**
 * The workflow with this number, as the caller may change it.
 *
 * @throws {Refused} `resource_not_found`, `access_forbidden` for that of a hidden space.
 */
export async function workflowToChange(caller: Caller, workflowId: number): Promise<WorkflowRow> {
  const [workflow] = await findWorkflows(caller, { workflowId })
  const text = idAsSent(caller.accountId, 'Workflow', workflowId)
  if (!workflow) throw notFound('Workflow', text)
  if (!workflow.isVisible) throw forbidden(`The space of workflow '${text}' is not shared with you`)
  return workflow
}

function checkStatus(caller: Caller, workflow: WorkflowRow, status: StatusInput | undefined): void {
  if (!status) return
  if (status.id !== undefined && !workflow.statuses.some((own) => own.custom_status_id === status.id))
    throw notFound('Custom status', idAsSent(caller.accountId, 'CustomStatus', status.id))
  if ((status.id === undefined) === (status.group === undefined))
    throw invalidValue('customStatus', 'either id, to change a status, or group, to add one')
  if (status.id === undefined && status.name === undefined)
    throw invalidValue('customStatus', 'a new status needs a name')
}

/** The default workflow stands for every other that lacks a status of a group: it always shows one of each. */
export function keepOneOfGroup(workflow: WorkflowRow, statusId: number | undefined): void {
  const group = workflow.statuses.find((status) => status.custom_status_id === statusId)?.status_group
  if (!workflow.standard || group === undefined) return
  const others = workflow.statuses.filter(
    (status) => status.status_group === group && status.custom_status_id !== statusId,
  )
  if (others.every((status) => status.hidden))
    throw notAllowed('The default workflow needs a status of each group that is not hidden')
}

function checkOrder(workflow: WorkflowRow, order: readonly number[]): void {
  const own = new Set(workflow.statuses.map((status) => status.custom_status_id))
  const named = new Set(order)
  if (named.size < order.length || named.size !== own.size || order.some((id) => !own.has(id)))
    throw invalidValue('statusOrder', 'every status of the workflow, each once')
}

async function writeStatus(
  rows: Rows,
  account: Permit<'manageWorkflows'>,
  workflow: WorkflowRow,
  status: StatusInput,
): Promise<void> {
  if (status.id === undefined) {
    await rows.insert('custom_status', account, {
      workflow_id: workflow.workflow_id,
      name: status.name as string,
      color: status.color ?? null,
      status_group: status.group as NonNullable<StatusInput['group']>,
      hidden: status.hidden ?? false,
      position: Math.max(-1, ...workflow.statuses.map((own) => own.position)) + 1,
    })
    return
  }
  const changes = {
    // A built-in name is translated by clients; a name of one's own is not.
    ...(status.name === undefined ? {} : { name: status.name, standard_name: false }),
    ...(status.color === undefined ? {} : { color: status.color }),
    ...(status.hidden === undefined ? {} : { hidden: status.hidden }),
  }
  if (Object.keys(changes).length > 0)
    await rows.update('custom_status', account, { custom_status_id: status.id }, changes)
}
