import { permit } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentDependency } from './presenter.ts'

/** Lists the links of a task whose other task the caller sees too. */
export const queryDependencies: Handler<typeof contract.queryDependencies> = async ({ caller, input }) => {
  const task = await permit(caller, 'read', { task: input.taskId })
  const rows = await visible(caller, 'dependencies')
    .selectAll('dependency')
    .where((is) => is.or([is('dependency.predecessor_id', '=', task.id), is('dependency.successor_id', '=', task.id)]))
    .orderBy('dependency.predecessor_id')
    .orderBy('dependency.successor_id')
    .execute()
  return { data: rows.map((row) => presentDependency(caller, row)) }
}
