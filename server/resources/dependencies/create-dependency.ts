import { type Permit, permitAll } from '#access/permit.ts'
import { invalidParameter, required } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { addLink } from './link-tasks.ts'
import { presentDependency } from './presenter.ts'

/**
 * Links two tasks. The successor, and what follows it, moves out of the way.
 *
 * @throws {Refused} `invalid_parameter` for both ends or the task itself, and as `addLink` does.
 */
export const createDependency: Handler<typeof contract.createDependency> = async ({ caller, input }) => {
  const { taskId, predecessorId, successorId, relationType, lagTime } = input
  if (predecessorId === undefined && successorId === undefined) throw required('predecessorId')
  if (predecessorId !== undefined && successorId !== undefined)
    throw invalidParameter("Send either 'predecessorId' or 'successorId'")
  const [one, other] = predecessorId === undefined ? [taskId, successorId as number] : [predecessorId, taskId]
  // The task of the path is judged first.
  const places = (predecessorId === undefined ? [one, other] : [other, one]).map((task) => ({ task }))
  const [may] = (await permitAll(caller, 'editTask', places)) as [Permit<'editTask'>]
  if (one === other) throw invalidParameter('A task cannot depend on itself')

  return change(caller, async (rows) => {
    const link = { predecessorId: one, successorId: other, relationType, lagTime }
    const { row, events } = await addLink(rows, caller, may, link)
    return changed({ data: [presentDependency(caller, row)] }, ...events)
  })
}
