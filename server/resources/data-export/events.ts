import type { EventRecord } from '#events/change.ts'

export const dataExportRequested = (dataExportId: number): EventRecord => ({
  type: 'DataExportRequested',
  entityType: 'data_export',
  entityId: dataExportId,
})

/** Its files are complete. */
export const dataExportGenerated = (dataExportId: number, rows: number): EventRecord => ({
  type: 'DataExportGenerated',
  entityType: 'data_export',
  entityId: dataExportId,
  after: { rows },
})
