import { type Permit, permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { dependenciesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { changeLink } from './link-tasks.ts'
import { type DependencyRow, presentDependency } from './presenter.ts'

/** Changes the relation or the lag of a link; the id stays. The successor moves out of the way. */
export const updateDependency: Handler<typeof contract.updateDependency> = async ({ caller, input }) => {
  const [before] = (await dependenciesByIds(caller, [input.dependencyId])) as [DependencyRow]
  const [may] = (await permitAll(caller, 'editTask', [
    { task: before.predecessor_id },
    { task: before.successor_id },
  ])) as [Permit<'editTask'>]

  return change(caller, async (rows) => {
    const { row, events } = await changeLink(rows, caller, may, before, input)
    return changed({ data: [presentDependency(caller, row)] }, ...events)
  })
}
