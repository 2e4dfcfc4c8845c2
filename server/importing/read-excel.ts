import { Worker } from 'node:worker_threads'
import { Refused } from '#contract/errors.ts'
import type { ExcelAnswer } from './excel-worker.ts'
import { longestRow, mostRows, slowestExcelMs } from './limits.ts'
import { type FileRows, rowsWithHeader } from './read-rows.ts'

/** Whether a file is an archive, as an Excel workbook is: its first bytes say so. */
export const isExcel = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))

/**
 * Reads a sheet of an Excel workbook (.xlsx), the first unless one is named. In a thread of its own, with bounds on what it
 * takes: to read a large one keeps a core busy for seconds, and a hostile one for as long as it is let.
 *
 * @throws {Refused} `invalid_request` for what is no workbook, or has too much in it; `invalid_parameter` for a sheet that is not there.
 */
export async function readExcel(bytes: Buffer, sheet: string | undefined): Promise<FileRows> {
  const answer = await inThread(bytes)
  if ('wrong' in answer) throw unreadable(answer.wrong)
  const names = answer.sheets.map(({ name }) => name)
  const chosen = sheet === undefined ? answer.sheets[0] : answer.sheets.find(({ name }) => name === sheet)
  if (!chosen)
    throw new Refused(
      'invalid_parameter',
      `Parameter 'sheet' value is invalid: the file has ${names.join(', ') || 'none'}`,
    )
  const long = chosen.rows.findIndex((row) => row.reduce((sum, cell) => sum + cell.length, 0) > longestRow)
  if (long !== -1) throw unreadable(`row ${long + 1} has more than ${longestRow} signs`)
  if (chosen.rows.length > mostRows + 1)
    throw new Refused('invalid_request', `The sheet has more than ${mostRows} rows: import it in parts`)
  return { ...rowsWithHeader(chosen.rows), sheets: names }
}

const unreadable = (why: string) => new Refused('invalid_request', `The file cannot be read: ${why}`)

function inThread(bytes: Buffer): Promise<ExcelAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./excel-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const late = setTimeout(() => {
      resolve({ wrong: `reading it took more than ${slowestExcelMs / 1000} seconds` })
      void worker.terminate()
    }, slowestExcelMs)
    worker.once('message', resolve)
    worker.once('error', () => resolve({ wrong: 'it has too much in it' }))
    worker.once('exit', () => {
      clearTimeout(late)
      resolve({ wrong: 'it has too much in it' })
    })
  })
}
