import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import type { DataExportTables } from './tables.ts'

export type FileRow = Pick<
  Selectable<DataExportTables['data_export_file']>,
  'table_name' | 'file_id' | 'size' | 'created_at'
>
/** An export with those of its files that are complete, by name. */
export type ExportRow = Selectable<DataExportTables['data_export']> & { files: FileRow[] }

const withFiles = sql<ExportRow['files']>`coalesce((
  select json_agg(json_build_object('table_name', f.table_name, 'file_id', f.file_id, 'size', f.size, 'created_at', f.created_at) order by f.table_name)
  from data_export_file f
  where f.account_id = data_export.account_id and f.data_export_id = data_export.data_export_id and f.size is not null), '[]')`

const exportsOf = (caller: Caller) =>
  connectionOf(caller)
    .selectFrom('data_export')
    .selectAll()
    .select(withFiles.as('files'))
    .where('account_id', '=', caller.accountId)
    .orderBy('data_export_id', 'desc')

/** @throws {Refused} `resource_not_found` */
export async function exportById(caller: Caller, dataExportId: number): Promise<ExportRow> {
  const row = await exportsOf(caller).where('data_export_id', '=', dataExportId).executeTakeFirst()
  if (!row) throw notFound('Data export', idAsSent(caller.accountId, 'DataExport', dataExportId))
  return row
}

/** The newest export in one of these states. */
export const newestExport = (
  caller: Caller,
  ...states: readonly ExportRow['status'][]
): Promise<ExportRow | undefined> => exportsOf(caller).where('status', 'in', states).executeTakeFirst()
