import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { readFilter } from '#request-log/filter.ts'
import { type Logged, readWholeLog } from '#request-log/read-log.ts'
import type { PersonalVisit } from '../../visit.ts'
import type { OwnApplication } from '../own-applications.ts'
import { contactId } from './people-names.ts'

const formats = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  jsonl: { type: 'application/jsonl; charset=utf-8', extension: 'jsonl' },
} as const

/** Gives out a filtered log as a file, as fast as the client takes it. */
export function download(format: keyof typeof formats) {
  return async (
    { database, query, reply, services }: PersonalVisit,
    { clientId }: OwnApplication,
  ): Promise<undefined> => {
    const rows = readWholeLog(database, clientId, readFilter(query).filter)
    const { type, extension } = formats[format]
    const content = format === 'csv' ? asCsv(rows) : Readable.from(asLines(rows))
    content.on('error', (error) => services.log.warn({ err: error }, 'a log could not be read to its end'))
    reply
      .type(type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="requests-${clientId}.${extension}"`)
      .send(content)
  }
}

/** Names and values of a row, for programs. */
const told = (row: Logged) => ({
  answeredAt: row.answered_at.toISOString(),
  requestId: row.request_id,
  personId: row.person_id === null ? null : contactId(row.person_id),
  version: row.version,
  operation: row.operation,
  method: row.method,
  path: row.path,
  status: row.status,
  error: row.error,
  ms: row.ms,
  rateLimit: row.rate_limit,
  rateRemaining: row.rate_remaining,
})

async function* asLines(rows: AsyncIterable<Logged>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(told(row))}\n`
}

/** Cells that a spreadsheet would take for a formula begin with a quote there. */
function asCsv(rows: AsyncIterable<Logged>): Readable {
  const source = Readable.from(
    (async function* () {
      for await (const row of rows) yield told(row)
    })(),
  )
  const csv = stringify({ header: true, columns: columns, escape_formulas: true })
  source.on('error', (error) => csv.destroy(error))
  csv.on('close', () => source.destroy())
  return source.pipe(csv)
}

const columns = [
  'answeredAt',
  'requestId',
  'personId',
  'version',
  'operation',
  'method',
  'path',
  'status',
  'error',
  'ms',
  'rateLimit',
  'rateRemaining',
]
