import { Readable } from 'node:stream'
import { permit } from '#access/permit.ts'
import { Refused } from '#contract/errors.ts'
import type { FileBody } from '#contract/file.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { readColumns } from '#importing/columns.ts'
import { importJob } from '#importing/import-job.ts'
import { largestFile } from '#importing/limits.ts'
import { plan } from '#importing/plan.ts'
import { countsOf, insertImport, noteImport } from '#importing/queries.ts'
import { isExcel, readExcel } from '#importing/read-excel.ts'
import { readRows } from '#importing/read-rows.ts'
import { readBytes, readText } from '#importing/read-text.ts'
import { toldColumns } from '#importing/told-columns.ts'
import { meant } from '#importing/values.ts'
import { beginAsyncJob } from '../async-job/run.ts'
import { attachmentAdded } from '../attachments/events.ts'
import { storeFile } from '../attachments/store-file.ts'
import type * as contract from './contract.ts'
import { presentImport, presentPreview } from './presenter.ts'

/**
 * Reads a file as a whole and judges every row; then tells what would be made, or attaches the file to the folder and
 * begins to make it.
 *
 * @throws {Refused} as `permit` does for creating tasks and attaching, before the file is read; `invalid_request` for a
 * file that is none or cannot be read, `invalid_parameter` for columns that are not there.
 */
export const createImport: Handler<typeof contract.createImport> = async ({ caller, input, services, file }) => {
  const { folderId, dryRun } = input
  await permit(caller, 'createTask', { folder: folderId })
  await permit(caller, 'attach', { folder: folderId })
  file.name()
  if (!file.exists) throw new Refused('invalid_request', 'There is no file in the body')
  const bytes = await readBytes(file.read(), Math.min(largestFile, services.settings.maxUpload))
  const read = isExcel(bytes) ? await readExcel(bytes, input.sheet) : await readRows(readText(bytes), input.delimiter)
  const columns = readColumns(caller.accountId, read.header, input.mapping, { isAsking: dryRun ?? false })
  const { rows: cells } = meant(read, input.values)
  const planned = await plan(caller, folderId, cells, columns, input.dateOrder ?? 'YMD')
  if (dryRun) return { data: [presentPreview(caller, folderId, planned, read, toldColumns(read, columns))] }

  const total = planned.filter((row) => row.outcome === null).length
  return storeFile({ caller, services, file: again(file, bytes), url: undefined }, (stored) => {
    const { size: _size, width: _width, height: _height, sha256: _sha256, ...kept } = stored
    return change(caller, async (rows, inside) => {
      const may = await permit(inside, 'createTask', { folder: folderId })
      const place = await permit(inside, 'attach', { folder: folderId })
      const attachment = await rows.insert('attachment', place, {
        ...kept,
        author_id: caller.personId,
        folder_id: place.id,
      })
      const made = await insertImport(rows, caller, may, attachment.attachment_id, planned)
      const order = { type: 'ImportFromFile', input: { importId: made.import_id }, total } as const
      const { row: job, event } = await beginAsyncJob({ rows, caller, services }, importJob, order)
      await noteImport(rows, made, { async_job_id: job.async_job_id })
      const shown = { ...made, async_job_id: job.async_job_id }
      const counts = await countsOf(inside, made)
      return changed({ data: [presentImport(caller, shown, counts)] }, attachmentAdded(attachment), event)
    })
  })
}

/** A file whose bytes have been read. */
const again = (file: FileBody, bytes: Buffer): FileBody => ({
  exists: true,
  name: () => file.name(),
  givenName: () => file.givenName(),
  read: () => Readable.from([bytes], { objectMode: false }),
})
