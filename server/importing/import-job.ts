import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { lockAccess } from '#access/folder-access.ts'
import { notAllowed, Refused } from '#contract/errors.ts'
import type { Rows } from '#events/rows.ts'
import { savepoint } from '#events/savepoint.ts'
import type { Services } from '#http/services.ts'
import { decodeId } from '#ids/decode.ts'
import { encodeId } from '#ids/encode.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import { defineAsyncJob } from '#resources/async-job/run.ts'
import { createTask } from '#resources/tasks/create-task.ts'
import { dropWaiting, importOf, nextRow, noteImport, noteRow, noteTouched, type WaitingRow } from './queries.ts'
import type { ImportRow } from './tables.ts'

/** So many tasks are made in one step: others wait no longer than that takes, and a server that dies repeats no more. */
const tasksEach = 25

/**
 * Makes the tasks of an import by the very operation of the API, with its rules, events and refusals. What became of a
 * row is written with its task, so that each is made once; rows that are refused are noted and the others go on.
 */
export const importJob = defineAsyncJob<{ importId: number }, { done: number }>(
  'import-file',
  {
    type: 'ImportFromFile',
    async step({ rows, caller, input, state, services }) {
      // In the order in which undoing takes them, so that neither waits for the other.
      await lockAccess(connectionOf(rows), caller.accountId, 'shared')
      const row = await importOf(caller, input.importId, { lock: true })
      if (row.status === 'Undone') throw notAllowed('The import was undone')
      let done = state?.done ?? 0
      for (let each = 0; each < tasksEach; each++) {
        const next = await nextRow(rows, row)
        if (!next) {
          await noteTouched(rows, row)
          await noteImport(rows, row, { status: 'Completed' })
          return { result: resultOf(row), processed: done }
        }
        await makeTask(rows, caller, row, next, services)
        done++
      }
      await noteTouched(rows, row)
      return { state: { done }, processed: done }
    },
    /** What was made stays, and can be undone. */
    async undo({ rows, caller, input }) {
      const row = await importOf(caller, input.importId, { lock: true })
      if (row.status !== 'InProgress') return false
      await dropWaiting(rows, row, 'The import failed')
      await noteImport(rows, row, { status: 'Failed' })
      return false
    },
  },
  { concurrency: 2 },
)

const resultOf = ({ account_id: account, import_id, folder_id, attachment_id }: ImportRow) => ({
  importId: encodeId('Import', account, import_id),
  folderId: encodeId('Folder', account, folder_id),
  attachmentId: encodeId('Attachment', account, attachment_id),
})

async function makeTask(
  rows: Rows,
  caller: Caller,
  row: ImportRow,
  { row_number, parent_row, parent_task, input }: WaitingRow,
  services: Services,
): Promise<void> {
  if (parent_row !== null && parent_task === null) {
    const reason = `Its parent, row ${parent_row}, became no task`
    return noteRow(rows, row, row_number, { outcome: 'Failed', reason })
  }
  const { responsibles, ...plain } = input
  const order = {
    ...plain,
    responsibles: responsibles?.map((contact) => ({ contact })),
    folderId: parent_task === null ? row.folder_id : ROOT_FOLDER,
    ...(parent_task === null ? {} : { superTasks: [parent_task] }),
  }
  try {
    // Numbers of ids are marked with their type only by parsing; these come from rows of the import.
    const request = { caller, input: order, services, fields: new Set(), pages: undefined, file: undefined }
    const { data } = await savepoint(rows, () => createTask(request as never))
    const task = decodeId('Task', data[0]?.id ?? '')?.number as number
    await noteRow(rows, row, row_number, { outcome: 'Created', task_id: task })
  } catch (error) {
    await noteRow(rows, row, row_number, { outcome: 'Failed', reason: reasonOf(error, services) })
  }
}

/** What is to be tried again belongs to the whole step: its connection is lost then, and the note fails too. */
function reasonOf(error: unknown, { log }: Services): string {
  if (error instanceof Refused) return error.message
  log.error({ err: error }, 'a row of an import failed')
  return 'The server failed'
}
