import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { downloadDataExport } from './download-data-export.ts'
import { getDataExport } from './get-data-export.ts'
import { getDataExportSchema } from './get-data-export-schema.ts'
import { refreshDataExport } from './refresh-data-export.ts'

export const dataExport = bind(contract, {
  getDataExport,
  refreshDataExport,
  getDataExportSchema,
  downloadDataExport,
})
