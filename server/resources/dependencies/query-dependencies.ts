import { permit } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import type * as contract from './contract.ts'
import { presentDependency } from './presenter.ts'

/** Neither end lies in the recycle bin. */
const bothOutsideBin = sql<boolean>`not exists (select from task t where t.account_id = dependency.account_id
  and t.task_id in (dependency.predecessor_id, dependency.successor_id) and t.deleted_at is not null)`

/** Lists the links of a task whose other task the caller sees too; links into the recycle bin for a task of the bin alone. */
export const queryDependencies: Handler<typeof contract.queryDependencies> = async ({ caller, input }) => {
  const task = await permit(caller, 'read', { task: input.taskId })
  const rows = await visible(caller, 'dependencies')
    .selectAll('dependency')
    .where((is) => is.or([is('dependency.predecessor_id', '=', task.id), is('dependency.successor_id', '=', task.id)]))
    .$if(!task.deleted, (query) => query.where(bothOutsideBin))
    .orderBy('dependency.predecessor_id')
    .orderBy('dependency.successor_id')
    .execute()
  return { data: rows.map((row) => presentDependency(caller, row)) }
}
