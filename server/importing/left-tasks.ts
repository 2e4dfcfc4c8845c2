import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { BinTask } from '#resources/tasks/recycle-bin/queries.ts'
import type { ImportRow } from './tables.ts'

/** A task of an import that is not in the recycle bin. */
export interface LeftTask {
  task_id: number
  row_number: number
  parent_row: number | null
  title: string
  /** Somebody has written it, or what hangs on it, after the import. */
  changed: boolean
}

/** The tasks of an import that are left, parents first, and whether they are as it made them. */
export async function leftTasks(rows: Rows, { account_id, import_id }: ImportRow): Promise<LeftTask[]> {
  const hangs = (table: string, column = 'task_id') =>
    sql`exists (select from ${sql.table(table)} h where h.account_id = t.account_id and h.${sql.ref(column)} = t.task_id)`
  const { rows: found } = await sql<LeftTask>`
    select r.task_id, r.row_number, r.parent_row, t.title,
      t.changed_in is distinct from r.changed_in
      or ${hangs('comment')} or ${hangs('timelog')} or ${hangs('attachment')} or ${hangs('approval')}
      or ${hangs('dependency', 'predecessor_id')} or ${hangs('dependency', 'successor_id')}
      or exists (select from super_task s where s.account_id = t.account_id and s.super_task_id = t.task_id
        and not exists (select from file_import_row o
          where o.account_id = s.account_id and o.import_id = r.import_id and o.task_id = s.task_id)) as changed
    from file_import_row r join task t on t.account_id = r.account_id and t.task_id = r.task_id
    where r.account_id = ${account_id} and r.import_id = ${import_id} and t.deleted_at is null
    order by r.position`.execute(connectionOf(rows))
  return found
}

/**
 * Moves those that nobody has changed to the recycle bin, each tree of them as one deletion. What is above a changed one
 * stays too, so that all below one that goes, goes.
 */
export async function binUnchanged(
  rows: Rows,
  { account_id }: ImportRow,
  tasks: readonly LeftTask[],
): Promise<BinTask[]> {
  const byRow = new Map(tasks.map((task) => [task.row_number, task]))
  const stays = new Set<number>()
  for (const task of tasks.filter(({ changed }) => changed))
    for (let at: LeftTask | undefined = task; at && !stays.has(at.row_number); at = byRow.get(at.parent_row ?? 0))
      stays.add(at.row_number)
  const top = new Map<number, number>()
  const going = tasks.filter(({ row_number }) => !stays.has(row_number))
  for (const { row_number, parent_row, task_id } of going) top.set(row_number, top.get(parent_row ?? 0) ?? task_id)
  const { rows: gone } = await sql<BinTask>`
    update task t set deleted_at = now(), deleted_with = going.top, updated_at = now(), version = version + 1
    from unnest(${going.map(({ task_id }) => task_id)}::bigint[], ${going.map(({ row_number }) => top.get(row_number))}::bigint[])
      as going(task_id, top)
    where t.account_id = ${account_id} and t.task_id = going.task_id and t.deleted_at is null
    returning t.task_id, t.title`.execute(connectionOf(rows))
  return gone
}
