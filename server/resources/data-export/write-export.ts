import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { contentKey } from '#files/sweep.ts'
import type { Services } from '#http/services.ts'
import { exportTables } from './exported/index.ts'
import type { ExportTable } from './exported/table.ts'
import { beginFile, endFile } from './job-queries.ts'
import { type Snapshot, snapshot } from './snapshot.ts'

export interface ExportKey {
  accountId: number
  dataExportId: number
}

/**
 * Writes the files of an export, table by table, straight from the database to the store: its memory does not grow with
 * the account.
 *
 * @returns the number of rows in all.
 */
export async function writeExport(services: Services, key: ExportKey, signal: AbortSignal): Promise<number> {
  return snapshot(services.store.database, key.accountId, async (read) => {
    let total = 0
    for (const table of exportTables) total += await writeTable(services, key, table, read, signal)
    return total
  })
}

async function writeTable(
  { store: { database }, files }: Services,
  key: ExportKey,
  table: ExportTable,
  read: Snapshot,
  signal: AbortSignal,
): Promise<number> {
  const written = { rows: 0, bytes: 0 }
  const fileId = await beginFile(database, key, table.id)
  const lines = csv(table, read, signal, written)
  await files.write(
    contentKey(key.accountId, fileId),
    Readable.from(lines, { objectMode: false, highWaterMark: 65_536 }),
  )
  await endFile(database, key, table.id, written)
  return written.rows
}

async function* csv(
  table: ExportTable,
  read: Snapshot,
  signal: AbortSignal,
  written: { rows: number; bytes: number },
): AsyncGenerator<Buffer> {
  const columns = table.columns.map((column) => column.id)
  const bytes = (text: string) => {
    const buffer = Buffer.from(text)
    written.bytes += buffer.length
    return buffer
  }
  yield bytes(stringify([columns]))
  for await (const rows of read.rows(table)) {
    signal.throwIfAborted()
    written.rows += rows.length
    if (rows.length > 0) yield bytes(stringify(rows, { columns, cast: { boolean: String } }))
  }
}
