import { type Kysely, sql } from 'kysely'
import { type Plan, planHas } from '#contract/plans.ts'
import type { Database } from '#database/schema.ts'
import { atOnce, recordEvents } from '#events/outbox.ts'
import { contentKey } from '#files/sweep.ts'
import type { Services } from '#http/services.ts'
import { dataExportGenerated, dataExportRequested } from './events.ts'
import type { ExportKey } from './write-export.ts'

type Connection = Kysely<Database>

const ofExport = ({ accountId, dataExportId }: ExportKey) => ({ account_id: accountId, data_export_id: dataExportId })

/** Takes an export up; false if it has ended meanwhile. What a run before has left of it goes. */
export async function takeUp({ store: { database }, files }: Services, key: ExportKey): Promise<boolean> {
  const taken = await database
    .updateTable('data_export')
    .set({ status: 'InProgress' })
    .where('account_id', '=', key.accountId)
    .where('data_export_id', '=', key.dataExportId)
    .where('status', 'in', ['Scheduled', 'InProgress'])
    .returning('data_export_id')
    .executeTakeFirst()
  if (taken) await removeFiles(database, files, key)
  return taken !== undefined
}

/** Notes a file before it is written; the name it has in the store. */
export async function beginFile(database: Connection, key: ExportKey, table: string): Promise<string> {
  const { file_id } = await database
    .insertInto('data_export_file')
    .values({ ...ofExport(key), table_name: table, size: null, row_count: null })
    .returning('file_id')
    .executeTakeFirstOrThrow()
  return file_id
}

/** Notes that all of it is there. */
export async function endFile(
  database: Connection,
  key: ExportKey,
  table: string,
  written: { rows: number; bytes: number },
): Promise<void> {
  await database
    .updateTable('data_export_file')
    .set({ size: written.bytes, row_count: written.rows })
    .where('account_id', '=', key.accountId)
    .where('data_export_id', '=', key.dataExportId)
    .where('table_name', '=', table)
    .execute()
}

/** Ends an export well, and tells so. */
export async function complete(transaction: Connection, key: ExportKey, rows: number): Promise<void> {
  const row = await transaction
    .updateTable('data_export')
    .set({ status: 'Completed', completed_at: new Date() })
    .where('account_id', '=', key.accountId)
    .where('data_export_id', '=', key.dataExportId)
    .returning('requested_by')
    .executeTakeFirstOrThrow()
  const actor = { accountId: key.accountId, personId: row.requested_by, clientId: null }
  await recordEvents(transaction, actor, [dataExportGenerated(key.dataExportId, rows)])
}

/** Ends an export that could not be made. */
export async function fail({ store: { database }, files }: Services, key: ExportKey): Promise<void> {
  await database
    .updateTable('data_export')
    .set({ status: 'Failed' })
    .where('account_id', '=', key.accountId)
    .where('data_export_id', '=', key.dataExportId)
    .where('status', '<>', 'Completed')
    .execute()
  await removeFiles(database, files, key)
}

/** Removes what is older than the two newest complete exports of an account. */
export async function forgetOlder({ store: { database }, files }: Services, accountId: number): Promise<void> {
  const { rows } = await sql<{ data_export_id: number }>`
    select data_export_id from data_export
    where account_id = ${accountId} and status not in ('Scheduled', 'InProgress') and data_export_id < (
      select min(data_export_id) from (
        select data_export_id from data_export where account_id = ${accountId} and status = 'Completed'
        order by data_export_id desc limit 2) newest)`.execute(database)
  for (const { data_export_id } of rows) {
    await removeFiles(database, files, { accountId, dataExportId: data_export_id })
    await database
      .deleteFrom('data_export')
      .where('account_id', '=', accountId)
      .where('data_export_id', '=', data_export_id)
      .execute()
  }
}

/** Starts the daily export of every account that has exported before, a day after its last one. */
export async function startDue(
  database: Connection,
  enqueue: (transaction: Connection, key: ExportKey) => Promise<unknown>,
): Promise<void> {
  const { rows } = await sql<{ account_id: number; plan: Plan }>`
    select a.account_id, a.plan from account a
    where not a.suspended and (
      select max(d.requested_at) from data_export d where d.account_id = a.account_id) < now() - interval '1 day'`.execute(
    database,
  )
  for (const { account_id: accountId, plan } of rows) {
    if (!planHas(plan, 'dataExport')) continue
    await atOnce(database, async (transaction) => {
      const made = await transaction
        .insertInto('data_export')
        .values({ account_id: accountId, requested_by: null, completed_at: null })
        .onConflict((running) => running.doNothing())
        .returning('data_export_id')
        .executeTakeFirst()
      if (!made) return
      const key = { accountId, dataExportId: made.data_export_id }
      await recordEvents(transaction, { accountId, personId: null, clientId: null }, [
        dataExportRequested(key.dataExportId),
      ])
      await enqueue(transaction, key)
    })
  }
}

/** The rows go after the files: what could not be removed is still known. */
async function removeFiles(database: Connection, files: Services['files'], key: ExportKey): Promise<void> {
  const found = await database
    .selectFrom('data_export_file')
    .select(['file_id', 'size'])
    .where('account_id', '=', key.accountId)
    .where('data_export_id', '=', key.dataExportId)
    .execute()
  for (const { file_id, size } of found)
    await files.remove(contentKey(key.accountId, file_id), { unfinished: size === null })
  await database
    .deleteFrom('data_export_file')
    .where('account_id', '=', key.accountId)
    .where('data_export_id', '=', key.dataExportId)
    .execute()
}
