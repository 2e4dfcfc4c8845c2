import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { RecurrenceTables } from './tables.ts'

export type RecurrenceRow = Selectable<RecurrenceTables['recurrence']>

const days = sql`interval_start_date::text, interval_end_date::text`

/** A series of the account; with the rows of a change it is locked until that ends. */
export async function recurrenceById(
  holder: Caller | Rows,
  caller: Caller,
  recurrenceId: number,
  options: { lock?: boolean } = {},
): Promise<RecurrenceRow> {
  const { rows } = await sql<RecurrenceRow>`
    select account_id, recurrence_id, name, schedule_type, schedule_frequency, week_days, ${days}, occurrence_limit, state, created_at, version
    from recurrence where account_id = ${caller.accountId} and recurrence_id = ${recurrenceId}
    ${options.lock ? sql`for update` : sql``}`.execute(connectionOf(holder))
  return rows[0] as RecurrenceRow
}

/** Tasks of a series that the caller sees and that are not in the bin, oldest first. */
export async function tasksOfSeries(caller: Caller, recurrenceId: number): Promise<number[]> {
  const rows = await visible(caller, 'tasks')
    .select('task.task_id')
    .where('task.recurrence_id', '=', recurrenceId)
    .where('task.deleted_at', 'is', null)
    .orderBy('task.occurrence_number')
    .execute()
  return rows.map((row) => row.task_id)
}

/** Whether the series has a task of this number already, even one in the bin. */
export async function hasOccurrence(
  rows: Rows,
  caller: Caller,
  recurrenceId: number,
  number: number,
): Promise<boolean> {
  const found = await connectionOf(rows)
    .selectFrom('task')
    .select('task_id')
    .where('account_id', '=', caller.accountId)
    .where('recurrence_id', '=', recurrenceId)
    .where('occurrence_number', '=', number)
    .execute()
  return found.length > 0
}
