import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import { mostPreviewed, mostTold } from '#importing/limits.ts'
import type { PlannedRow } from '#importing/planned.ts'
import type { Counts } from '#importing/queries.ts'
import type { FileRows } from '#importing/read-rows.ts'
import type { ImportRow } from '#importing/tables.ts'
import type { ToldColumn } from '#importing/told-columns.ts'
import type { FileImport } from './contract.ts'

type Shown = Static<typeof FileImport>

/** Row and counts → FileImport. */
export function presentImport({ accountId }: Caller, row: ImportRow, counts: Counts): Shown {
  const { total, ...told } = counts
  return {
    id: encodeId('Import', accountId, row.import_id),
    status: row.status,
    folderId: encodeId('Folder', accountId, row.folder_id),
    attachmentId: encodeId('Attachment', accountId, row.attachment_id),
    ...(row.async_job_id === null ? {} : { asyncJobId: encodeId('AsyncJob', accountId, row.async_job_id) }),
    createdDate: formatInstant(row.created_at),
    totalRows: total,
    ...told,
  }
}

/** What an import would make, in the order of the file. */
export function presentPreview(
  { accountId }: Caller,
  folderId: number,
  planned: readonly PlannedRow[],
  { sheets }: FileRows,
  columns: readonly ToldColumn[],
): Shown {
  const rows = planned.toSorted((one, other) => one.row - other.row)
  const count = (outcome: PlannedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return {
    status: 'Preview',
    folderId: encodeId('Folder', accountId, folderId),
    totalRows: rows.length,
    created: count(null),
    skipped: count('Skipped'),
    failed: count('Failed'),
    problems: rows
      .flatMap(({ row, outcome, reason }) => (outcome ? [{ row, outcome, reason: reason as string }] : []))
      .slice(0, mostTold),
    preview: rows
      .filter(({ input }) => input !== null)
      .slice(0, mostPreviewed)
      .map((row) => presentRow(accountId, row)),
    columns: columns.map(({ becomes, ...column }) => ({
      ...column,
      ...(becomes === undefined
        ? {}
        : { becomes: typeof becomes === 'number' ? encodeId('CustomField', accountId, becomes) : becomes }),
    })),
    ...(sheets ? { sheets } : {}),
  }
}

function presentRow(accountId: number, { row, parentRow, input }: PlannedRow) {
  const { title, description, customStatus, importance, dates, responsibles, customFields } = input as NonNullable<
    typeof input
  >
  return {
    row,
    ...(parentRow === null ? {} : { parentRow }),
    title,
    ...(description === undefined ? {} : { description }),
    ...(customStatus === undefined ? {} : { customStatusId: encodeId('CustomStatus', accountId, customStatus) }),
    ...(importance ? { importance } : {}),
    ...(dates?.start ? { startDate: dates.start } : {}),
    ...(dates?.due ? { dueDate: dates.due } : {}),
    ...(responsibles ? { responsibleIds: responsibles.map((person) => encodeId('Contact', accountId, person)) } : {}),
    ...(customFields
      ? { customFields: customFields.map(({ id, value }) => ({ id: encodeId('CustomField', accountId, id), value })) }
      : {}),
  }
}
