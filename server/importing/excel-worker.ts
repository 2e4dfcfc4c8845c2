import { parentPort, workerData } from 'node:worker_threads'
import { unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { largestUnpacked } from './limits.ts'

/** What the thread answers: sheets by name as rows of texts, or what is wrong with the file. */
export type ExcelAnswer = { sheets: { name: string; rows: string[][] }[] } | { wrong: string }

/** A workbook unpacks to what it says of itself and no more, so that what it says is judged first. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  return size
}

/** A cell as text: days and moments as the API writes them, to the second, since a part of a day is no exact number. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  const moment = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return moment.endsWith('T00:00:00') ? moment.slice(0, 10) : moment
}

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<ExcelAnswer> {
  try {
    if (unpackedSize(bytes) > largestUnpacked) return { wrong: `it unpacks to more than ${largestUnpacked} bytes` }
    const { buffer, byteOffset, byteLength } = bytes
    const sheets = await readXlsxFile(buffer.slice(byteOffset, byteOffset + byteLength))
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) })) }
  } catch {
    return { wrong: 'it is no Excel workbook (.xlsx)' }
  }
}

parentPort?.postMessage(await read(workerData as Uint8Array<ArrayBuffer>))
