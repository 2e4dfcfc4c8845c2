import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { exportTables } from './exported/index.ts'

/** Lists the tables of the export with their columns. Names are ids: whoever looks one up finds it by either. */
export const getDataExportSchema: Handler<typeof contract.getDataExportSchema> = async () => ({
  data: exportTables.map(({ id, columns }) => ({
    id,
    alias: id,
    columns: columns.map((column) => ({ alias: column.id, ...column })),
  })),
})
