import { arrayOf, idText, instantText, optional as member, model, oneOfText, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { id, oneOf, optional, text } from '#contract/parameters.ts'

const DataExportResource = model('DataExportResource', { name: string(), url: string() })

export const DataExport = model('DataExport', {
  id: idText('DataExport'),
  completedDate: member(instantText()),
  status: oneOfText(['Scheduled', 'InProgress', 'Completed', 'Cancelled', 'Failed']),
  resources: member(arrayOf(DataExportResource)),
})

const DataExportForeignKey = model('DataExportForeignKey', { tableId: string(), columnId: string() })

const DataExportColumn = model('DataExportColumn', {
  id: string(),
  alias: string(),
  dataType: oneOfText(['Number', 'String', 'Date', 'Boolean']),
  foreignKey: member(DataExportForeignKey),
})

export const DataExportTable = model('DataExportTable', {
  id: string(),
  alias: string(),
  columns: arrayOf(DataExportColumn),
})

const access = { scopes: ['dataExportFull'], admin: true, feature: 'dataExport' } as const

export const getDataExport = operation({
  id: 'getDataExport',
  method: 'GET',
  paths: ['/data_export', '/data_export/{dataExportId}'],
  summary: 'The last completed export of all data, or a certain one',
  description:
    'A CSV file for each table, all as of one moment. The first call of an account answers 202 and starts an export; from then on one is made every day. Files are there as they get ready. The two newest exports are kept. A URL works for 24 hours and needs the authorization header of the API.',
  ...access,
  kinds: { dataExport: DataExport },
  parameters: { dataExportId: id('DataExport') },
})

export const refreshDataExport = operation({
  id: 'refreshDataExport',
  method: 'POST',
  paths: ['/data_export'],
  summary: 'Starts an export of all data',
  description:
    'Answers 202 with the new export; 200 with the one that runs, or with the last one if that is not an hour old.',
  ...access,
  kinds: { dataExport: DataExport },
  parameters: {},
})

export const getDataExportSchema = operation({
  id: 'getDataExportSchema',
  method: 'GET',
  paths: ['/data_export_schema'],
  summary: 'Tables and columns of the export',
  ...access,
  kinds: { dataExportSchema: DataExportTable },
  parameters: {
    version: optional(
      oneOf(['V0', 'V1', 'V2', 'V3', 'V4'], { description: 'There is one schema, whatever the version' }),
    ),
  },
})

export const downloadDataExport = operation({
  id: 'downloadDataExport',
  method: 'GET',
  paths: ['/data_export/{dataExportId}/{fileToken}/{fileName}'],
  summary: 'A file of an export, as CSV',
  description: 'The URL of a file in the answer of an export; it lapses after 24 hours.',
  ...access,
  kinds: {},
  answer: 'binary',
  addition: true,
  parameters: {
    dataExportId: id('DataExport'),
    fileToken: text({ maxLength: 500 }),
    fileName: text({ maxLength: 100 }),
  },
})
