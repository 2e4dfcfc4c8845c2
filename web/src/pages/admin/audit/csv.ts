import type { AuditLogRecord } from '@taskwright/sdk'

const columns = [
  'eventDate',
  'operation',
  'userEmail',
  'objectType',
  'objectName',
  'objectId',
  'ipAddress',
  'sourceType',
] as const satisfies readonly (keyof AuditLogRecord)[]

/**
 * Records as CSV (RFC 4180), with the names of the API as header and the byte order mark that spreadsheets want. A text that
 * a spreadsheet would take for a formula is quoted by an apostrophe.
 */
export function auditCsv(records: readonly AuditLogRecord[]): string {
  const lines = records.map((record) =>
    [...columns.map((column) => record[column] ?? ''), detailsText(record.details)].map(cell).join(','),
  )
  return `\uFEFF${[[...columns, 'details'].join(','), ...lines].join('\r\n')}\r\n`
}

const detailsText = (details: Record<string, string>): string =>
  Object.entries(details)
    .map(([label, value]) => `${label}: ${value}`)
    .join('; ')

function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
