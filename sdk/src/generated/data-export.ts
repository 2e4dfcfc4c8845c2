// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface DataExport {
  id: string
  completedDate?: string
  status: 'Scheduled' | 'InProgress' | 'Completed' | 'Cancelled' | 'Failed'
  resources?: DataExportResource[]
}

export interface DataExportResource {
  name: string
  url: string
}

export interface DataExportTable {
  id: string
  alias: string
  columns: DataExportColumn[]
}

export interface DataExportColumn {
  id: string
  alias: string
  dataType: 'Number' | 'String' | 'Date' | 'Boolean'
  foreignKey?: DataExportForeignKey
}

export interface DataExportForeignKey {
  tableId: string
  columnId: string
}

/** What {@link getDataExport} takes. */
export interface GetDataExportInput {
  dataExportId: string
}

/** The last completed export of all data, or a certain one. A CSV file for each table, all as of one moment. The first call of an account answers 202 and starts an export; from then on one is made every day. Files are there as they get ready. The two newest exports are kept. A URL works for 24 hours and needs the authorization header of the API. */
export const getDataExport = /* @__PURE__ */ operation<GetDataExportInput, DataExport>({
  id: 'getDataExport',
  method: 'GET',
  paths: ['/data_export', '/data_export/{dataExportId}'],
})

/** What {@link refreshDataExport} takes. */
export interface RefreshDataExportInput {
}

/** Starts an export of all data. Answers 202 with the new export; 200 with the one that runs, or with the last one if that is not an hour old. */
export const refreshDataExport = /* @__PURE__ */ operation<RefreshDataExportInput, DataExport>({
  id: 'refreshDataExport',
  method: 'POST',
  paths: ['/data_export'],
})

/** What {@link getDataExportSchema} takes. */
export interface GetDataExportSchemaInput {
  /** There is one schema, whatever the version */
  version?: 'V0' | 'V1' | 'V2' | 'V3' | 'V4'
}

/** Tables and columns of the export */
export const getDataExportSchema = /* @__PURE__ */ operation<GetDataExportSchemaInput, DataExportTable>({
  id: 'getDataExportSchema',
  method: 'GET',
  paths: ['/data_export_schema'],
})

/** What {@link downloadDataExport} takes. */
export interface DownloadDataExportInput {
  dataExportId: string
  fileToken: string
  fileName: string
}

/** A file of an export, as CSV. The URL of a file in the answer of an export; it lapses after 24 hours. */
export const downloadDataExport = /* @__PURE__ */ operation<DownloadDataExportInput, never>({
  id: 'downloadDataExport',
  method: 'GET',
  paths: ['/data_export/{dataExportId}/{fileToken}/{fileName}'],
  answer: 'binary',
})
