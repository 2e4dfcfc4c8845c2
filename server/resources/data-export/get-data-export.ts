import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentExport } from './presenter.ts'
import { exportById, newestExport } from './queries.ts'
import { startExport } from './start-export.ts'

/** Reads the last completed export, or a certain one. While an account has none, one is made: 202. */
export const getDataExport: Handler<typeof contract.getDataExport> = async ({ caller, input, services }) => {
  const row =
    input.dataExportId === undefined
      ? await newestExport(caller, 'Completed')
      : await exportById(caller, input.dataExportId)
  if (row) return { data: [presentExport(caller, services, row)] }
  const { row: started } = await startExport(caller, services)
  return { data: [presentExport(caller, services, started)], status: 202 }
}
