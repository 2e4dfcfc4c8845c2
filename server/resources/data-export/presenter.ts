import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { publicUrl } from '#http/public-url.ts'
import type { Services } from '#http/services.ts'
import { encodeId } from '#ids/encode.ts'
import type { DataExport } from './contract.ts'
import { signExported } from './file-link.ts'
import type { ExportRow } from './queries.ts'

/** Row → DataExport, with URLs for the next 24 hours. */
export function presentExport(caller: Caller, { secret }: Services, row: ExportRow): Static<typeof DataExport> {
  const { accountId } = caller
  const id = encodeId('DataExport', accountId, row.data_export_id)
  const now = Date.now()
  const url = (table: string) => {
    const token = signExported(secret, { accountId, dataExportId: row.data_export_id, table }, now)
    return `${publicUrl()}/api/v4/data_export/${id}/${token}/${table}.csv`
  }
  return {
    id,
    ...(row.completed_at ? { completedDate: formatInstant(row.completed_at) } : {}),
    status: row.status,
    ...(row.files.length > 0
      ? { resources: row.files.map(({ table_name }) => ({ name: table_name, url: url(table_name) })) }
      : {}),
  }
}
