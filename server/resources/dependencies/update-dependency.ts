import { type Permit, permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { dependenciesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { requireFit } from './create-dependency.ts'
import { dependencyEvent } from './events.ts'
import { type DependencyRow, presentDependency } from './presenter.ts'
import { lockLinks, pairOf } from './queries.ts'
import { rescheduleSuccessors } from './reschedule-successors.ts'

/** Changes the relation or the lag of a link; the id stays. The successor moves out of the way. */
export const updateDependency: Handler<typeof contract.updateDependency> = async ({ caller, input }) => {
  const [before] = (await dependenciesByIds(caller, [input.dependencyId])) as [DependencyRow]
  const [may] = (await permitAll(caller, 'editTask', [
    { task: before.predecessor_id },
    { task: before.successor_id },
  ])) as [Permit<'editTask'>]

  return change(caller, async (rows) => {
    await lockLinks(rows, caller.accountId)
    const { predecessor, successor } = await pairOf(rows, caller.accountId, before.predecessor_id, before.successor_id)
    const relation = input.relationType ?? before.relation_type
    if (input.relationType) requireFit(relation, predecessor, successor)
    const key = { predecessor_id: before.predecessor_id, successor_id: before.successor_id }
    const changes = {
      relation_type: relation,
      lag_minutes: input.lagTime ?? before.lag_minutes,
      version: before.version + 1,
    }
    const [row] = (await rows.update('dependency', may, key, changes)) as [DependencyRow]
    return changed(
      { data: [presentDependency(caller, row)] },
      dependencyEvent('DependencyChanged', { before, after: row }),
      ...(await rescheduleSuccessors(rows, caller, [before.predecessor_id])),
    )
  })
}
