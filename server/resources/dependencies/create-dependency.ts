import { type Permit, permitAll } from '#access/permit.ts'
import { invalidParameter, required } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { wouldCycle } from '#scheduling/links.ts'
import { type RelationType, relationFits } from '#scheduling/relation-rules.ts'
import type { ScheduledTask } from '#scheduling/reschedule.ts'
import type * as contract from './contract.ts'
import { dependencyEvent } from './events.ts'
import { presentDependency } from './presenter.ts'
import { lockLinks, pairOf } from './queries.ts'
import { rescheduleSuccessors } from './reschedule-successors.ts'

/**
 * Links two tasks. The successor, and what follows it, moves out of the way.
 *
 * @throws {Refused} `invalid_parameter` for both ends or the task itself, a relation that does not fit the types of dates, a
 * link that is there already, and a circle.
 */
export const createDependency: Handler<typeof contract.createDependency> = async ({ caller, input }) => {
  const { taskId, predecessorId, successorId } = input
  if (predecessorId === undefined && successorId === undefined) throw required('predecessorId')
  if (predecessorId !== undefined && successorId !== undefined)
    throw invalidParameter("Send either 'predecessorId' or 'successorId'")
  const [one, other] = predecessorId === undefined ? [taskId, successorId as number] : [predecessorId, taskId]
  // The task of the path is judged first.
  const places = (predecessorId === undefined ? [one, other] : [other, one]).map((task) => ({ task }))
  const [may] = (await permitAll(caller, 'editTask', places)) as [Permit<'editTask'>]
  if (one === other) throw invalidParameter('A task cannot depend on itself')

  return change(caller, async (rows) => {
    await lockLinks(rows, caller.accountId)
    const { predecessor, successor, linksBehindSuccessor } = await pairOf(rows, caller.accountId, one, other)
    requireFit(input.relationType, predecessor, successor)
    if (wouldCycle(linksBehindSuccessor, one, other))
      throw invalidParameter('The tasks would wait for each other: this link closes a circle')
    const values = {
      predecessor_id: one,
      successor_id: other,
      relation_type: input.relationType,
      lag_minutes: input.lagTime ?? 0,
    }
    const [row] = await rows.insertAll('dependency', may, [values])
    if (!row) throw invalidParameter('These tasks are linked already: change that dependency')
    return changed(
      { data: [presentDependency(caller, row)] },
      dependencyEvent('DependencyAdded', { after: row }),
      ...(await rescheduleSuccessors(rows, caller, [one])),
    )
  })
}

/** @throws {Refused} `invalid_parameter` if a relation speaks of an end that a task doesn't have. */
export function requireFit(
  relation: RelationType,
  predecessor: ScheduledTask | undefined,
  successor: ScheduledTask | undefined,
): void {
  const [before, after] = [predecessor?.dateType ?? 'Backlog', successor?.dateType ?? 'Backlog']
  if (!relationFits(relation, before, after))
    throw invalidParameter(
      `Parameter 'relationType' value is invalid: ${relation} does not join a ${before} with a ${after} task; give both dates`,
    )
}
