import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import { change, changed, changedBy } from '#events/change.ts'
import type { Services } from '#http/services.ts'
import { dataExportRequested } from './events.ts'
import { dataExportJob } from './job.ts'
import { type ExportRow, exportById, newestExport } from './queries.ts'

interface Started {
  row: ExportRow
  isNew: boolean
}

/** Starts an export, unless one runs: then it is that one. */
export async function startExport(caller: Caller, services: Services): Promise<Started> {
  const may = permitAccount(caller, 'exportData')
  return change<Started>(caller, async (rows, inside) => {
    // One at a time is a unique index: of two calls at once one inserts nothing.
    const [made] = await rows.insertAll('data_export', may, [{ requested_by: caller.personId, completed_at: null }])
    if (!made) {
      const running = await newestExport(inside, 'Scheduled', 'InProgress', 'Completed')
      return changedBy({ row: running as ExportRow, isNew: false }, [])
    }
    const { account_id: accountId, data_export_id: dataExportId } = made
    await services.jobs.enqueue(rows, dataExportJob, { accountId, dataExportId })
    const row = await exportById(inside, dataExportId)
    return changed({ row, isNew: true }, dataExportRequested(dataExportId))
  })
}
