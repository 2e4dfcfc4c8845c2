// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { CustomFieldValue } from './contacts.ts'

/** An import of a file. `problems` tells of 100 rows at most, `preview` (of a dry run, which has no id) of the first 20; `columns` and, of a workbook, `sheets` come with it; `removed` and `kept` (at most 100) come when it is undone. */
export interface FileImport {
  id?: string
  status: 'Preview' | 'InProgress' | 'Completed' | 'Failed' | 'Undone'
  folderId: string
  attachmentId?: string
  asyncJobId?: string
  createdDate?: string
  totalRows: number
  created: number
  skipped: number
  failed: number
  problems: ImportProblem[]
  preview?: ImportPreview[]
  columns?: ImportColumn[]
  sheets?: string[]
  removed?: number
  kept?: ImportKept[]
}

/** A row that becomes no task. The header is row 1. */
export interface ImportProblem {
  row: number
  outcome: 'Skipped' | 'Failed'
  reason: string
}

/** A row as the task that it would become. */
export interface ImportPreview {
  row: number
  parentRow?: number
  title: string
  description?: string
  customStatusId?: string
  importance?: string
  startDate?: string
  dueDate?: string
  responsibleIds?: string[]
  customFields?: CustomFieldValue[]
}

/** A column of the file: what it becomes as it was told or by its name, and up to 40 of the different values in it. */
export interface ImportColumn {
  name: string
  becomes?: string
  values: string[]
  valueCount: number
}

/** A task that stays, since somebody has changed it after the import. */
export interface ImportKept {
  taskId: string
  row: number
  title: string
}

/** What {@link createImport} takes. */
export interface CreateImportInput {
  folderId: string
  /** What each column becomes, by its name */
  mapping?: Record<string, unknown>
  /** What values mean, by the name of their column */
  values?: Record<string, unknown>
  /** Name of the sheet of a workbook; without it the first */
  sheet?: string
  /** Without it, the sign that is most often in the first row */
  delimiter?: 'Comma' | 'Semicolon' | 'Tab'
  /** Order of day, month and year in dates */
  dateOrder?: 'YMD' | 'DMY' | 'MDY'
  /** true: tells what would be made, and makes nothing */
  dryRun?: boolean
}

/** Makes tasks of the rows of a CSV or Excel file, in the background. The body is the file, the header X-File-Name its name: CSV in UTF-8 or an Excel workbook (.xlsx), with the names of the columns in its first row; 10 MB and 10000 rows at most. It is attached to the folder. `mapping` says what the columns become, by name: `title`, `description`, `status` (its name), `importance`, `startDate`, `dueDate`, `responsibles` (email addresses), `id` (the row’s own), `parent` (`id` or title of the row whose subtask it is), or the id of a custom field. Without it, columns count that are called so, or by a usual synonym (`Summary`, `Assignee`, `Deadline`). `values` says what the values of a column mean, by its name: `{"State": {"closed": "Completed"}}`; an empty text leaves the cell out. Rows that cannot be read become no task; the others do. With `dryRun` nothing is written, and no column has to be the title yet. How far it is tells the job `asyncJobId`, or getImport. */
export const createImport = /* @__PURE__ */ operation<CreateImportInput, FileImport>({
  id: 'createImport',
  method: 'POST',
  paths: ['/folders/{folderId}/imports'],
  body: 'binary',
})

/** What {@link getImport} takes. */
export interface GetImportInput {
  importId: string
}

/** What became of the rows of a file. Only who started it sees it, for 30 days. */
export const getImport = /* @__PURE__ */ operation<GetImportInput, FileImport>({
  id: 'getImport',
  method: 'GET',
  paths: ['/imports/{importId}'],
})

/** What {@link undoImport} takes. */
export interface UndoImportInput {
  importId: string
  /** true: changed tasks go too */
  changedToo?: boolean
}

/** Undoes an import. Its tasks go to the recycle bin, but for those that somebody has changed since, with the tasks above them: these are named in `kept`. An import that is under way ends. The file stays attached. */
export const undoImport = /* @__PURE__ */ operation<UndoImportInput, FileImport>({
  id: 'undoImport',
  method: 'DELETE',
  paths: ['/imports/{importId}'],
})
