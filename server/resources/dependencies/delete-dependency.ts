import { type Permit, permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { dependenciesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { dependencyEvent } from './events.ts'
import type { DependencyRow } from './presenter.ts'

/** Takes a link away; dates stay as they are. */
export const deleteDependency: Handler<typeof contract.deleteDependency> = async ({ caller, input }) => {
  const [before] = (await dependenciesByIds(caller, [input.dependencyId])) as [DependencyRow]
  const [may] = (await permitAll(caller, 'editTask', [
    { task: before.predecessor_id },
    { task: before.successor_id },
  ])) as [Permit<'editTask'>]
  return change(caller, async (rows) => {
    await rows.delete('dependency', may, { predecessor_id: before.predecessor_id, successor_id: before.successor_id })
    return changed({ data: [] }, dependencyEvent('DependencyDeleted', { before }))
  })
}
