import type { Kysely } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Permit } from '#access/permit.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import type { Database } from '#database/schema.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { idAsSent } from '#ids/foreign.ts'
import { mostTold } from './limits.ts'
import type { PlannedRow, TaskInput } from './planned.ts'
import type { ImportRow, ImportStatus, Outcome } from './tables.ts'

/** What became of the rows of an import. */
export interface Counts {
  total: number
  created: number
  skipped: number
  failed: number
  problems: { row: number; outcome: 'Skipped' | 'Failed'; reason: string }[]
}

/**
 * An import that the caller started; `lock` takes it until the change ends.
 *
 * @throws {Refused} `resource_not_found`, or `access_forbidden` for that of somebody else.
 */
export async function importOf(caller: Caller, importId: number, options: { lock?: boolean } = {}): Promise<ImportRow> {
  const row = await connectionOf(caller)
    .selectFrom('file_import')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('import_id', '=', importId)
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst()
  const id = idAsSent(caller.accountId, 'Import', importId)
  if (!row) throw notFound('Import', id)
  if (row.person_id !== caller.personId) throw forbidden(`Import '${id}' was started by somebody else`)
  return row
}

/** Writes a new import with all its rows. */
export async function insertImport(
  rows: Rows,
  caller: Caller,
  into: Permit<'createTask'>,
  attachmentId: number,
  planned: readonly PlannedRow[],
): Promise<ImportRow> {
  const made = await connectionOf(rows)
    .insertInto('file_import')
    .values({
      account_id: into.accountId,
      person_id: caller.personId,
      folder_id: into.id,
      attachment_id: attachmentId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await sql`
    insert into file_import_row (account_id, import_id, row_number, parent_row, position, input, outcome, reason)
    select ${made.account_id}, ${made.import_id}, row, "parentRow", position, nullif(input, 'null'), outcome, reason
    from jsonb_to_recordset(${JSON.stringify(planned.map((one, position) => ({ ...one, position })))}::jsonb)
      as planned(row int, "parentRow" int, position int, input jsonb, outcome text, reason text)`.execute(
    connectionOf(rows),
  )
  return made
}

/** Notes which job works an import off, or how it ended. */
export async function noteImport(
  rows: Rows,
  { account_id, import_id }: Pick<ImportRow, 'account_id' | 'import_id'>,
  changes: { async_job_id?: number; status?: ImportStatus },
): Promise<void> {
  await connectionOf(rows)
    .updateTable('file_import')
    .set(changes)
    .where('account_id', '=', account_id)
    .where('import_id', '=', import_id)
    .execute()
}

/** A row that waits, and the task that its parent became. */
export interface WaitingRow {
  row_number: number
  parent_row: number | null
  parent_task: number | null
  input: TaskInput
}

/** The next row that waits. Parents come first, so its own is there by now or will never be. */
export async function nextRow(rows: Rows, { account_id, import_id }: ImportRow): Promise<WaitingRow | undefined> {
  const { rows: found } = await sql<WaitingRow>`
    select r.row_number, r.parent_row, up.task_id as parent_task, r.input
    from file_import_row r left join file_import_row up
      on up.account_id = r.account_id and up.import_id = r.import_id and up.row_number = r.parent_row
    where r.account_id = ${account_id} and r.import_id = ${import_id} and r.outcome is null
    order by r.position limit 1`.execute(connectionOf(rows))
  return found[0]
}

/** Notes what became of a row. */
export async function noteRow(
  rows: Rows,
  { account_id, import_id }: ImportRow,
  rowNumber: number,
  became: { outcome: Outcome; reason?: string; task_id?: number },
): Promise<void> {
  await connectionOf(rows)
    .updateTable('file_import_row')
    .set({ ...became, input: null })
    .where('account_id', '=', account_id)
    .where('import_id', '=', import_id)
    .where('row_number', '=', rowNumber)
    .execute()
}

/** Notes which tasks this very transaction has written: it was the import, be it a parent that got a subtask. */
export async function noteTouched(rows: Rows, { account_id, import_id }: ImportRow): Promise<void> {
  await sql`
    update file_import_row r set changed_in = t.changed_in from task t
    where r.account_id = ${account_id} and r.import_id = ${import_id} and t.account_id = r.account_id and t.task_id = r.task_id
      and t.changed_in = pg_current_xact_id()`.execute(connectionOf(rows))
}

/** Rows that still wait become none. */
export async function dropWaiting(rows: Rows, { account_id, import_id }: ImportRow, reason: string): Promise<void> {
  await sql`
    update file_import_row set outcome = 'Skipped', reason = ${reason}, input = null
    where account_id = ${account_id} and import_id = ${import_id} and outcome is null`.execute(connectionOf(rows))
}

/** What has become of the rows by now. */
export async function countsOf(caller: Caller, { account_id, import_id }: ImportRow): Promise<Counts> {
  const database = connectionOf(caller)
  const which = sql`account_id = ${account_id} and import_id = ${import_id}`
  const { rows: counts } = await sql<Omit<Counts, 'problems'>>`
    select count(*) as total, count(*) filter (where outcome = 'Created') as created,
      count(*) filter (where outcome = 'Skipped') as skipped, count(*) filter (where outcome = 'Failed') as failed
    from file_import_row where ${which}`.execute(database)
  const { rows: problems } = await sql<Counts['problems'][number]>`
    select row_number as row, outcome, reason from file_import_row
    where ${which} and outcome in ('Skipped', 'Failed') order by row_number limit ${mostTold}`.execute(database)
  return { ...(counts[0] as Omit<Counts, 'problems'>), problems }
}

/** Forgets imports of 30 days ago. */
export async function forgetImports(database: Kysely<Database>): Promise<void> {
  await sql`delete from file_import where created_at < now() - interval '30 days'`.execute(database)
}
