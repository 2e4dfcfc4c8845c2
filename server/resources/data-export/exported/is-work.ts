import { sql } from '#database/sql.ts'

/**
 * The condition that a column with the number of a folder or task names work. Blueprints are kept as folders and tasks, and
 * with files, but are none.
 */
export const isWork = (accountId: number, column: string) => sql`${sql.raw(column)} not in (
  select b.folder_id from folder_blueprint b where b.account_id = ${accountId}
  union all select b.task_id from task_blueprint b where b.account_id = ${accountId})`
