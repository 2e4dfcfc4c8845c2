import type { Caller } from '#access/caller.ts'
import { permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { encodeId } from '#ids/encode.ts'
import { binUnchanged, type LeftTask, leftTasks } from '#importing/left-tasks.ts'
import { mostTold } from '#importing/limits.ts'
import { countsOf, dropWaiting, importOf, noteImport } from '#importing/queries.ts'
import type { ImportRow } from '#importing/tables.ts'
import { taskDeleted } from '../tasks/events.ts'
import { lockNesting } from '../tasks/queries.ts'
import { type BinTask, moveToBin } from '../tasks/recycle-bin/queries.ts'
import type * as contract from './contract.ts'
import { presentImport } from './presenter.ts'

/**
 * Moves the tasks of an import to the recycle bin, but for those that were changed since. It may be done again, to take
 * the rest.
 *
 * @throws {Refused} as deleting one of the tasks does; nothing is deleted then.
 */
export const undoImport: Handler<typeof contract.undoImport> = async ({ caller, input }) =>
  change(
    caller,
    async (rows, inside) => {
      const row = await importOf(inside, input.importId, { lock: true })
      await lockNesting(rows, caller, 'alone')
      await dropWaiting(rows, row, 'The import was undone')
      const tasks = await leftTasks(rows, row)
      await permitAll(
        inside,
        'deleteTask',
        tasks.map(({ task_id: task }) => ({ task })),
      )
      const gone = await remove(rows, inside, row, tasks, input.changedToo ?? false)
      await noteImport(rows, row, { status: 'Undone' })
      const removed = new Set(gone.map(({ task_id }) => task_id))
      const kept = tasks.filter(({ task_id }) => !removed.has(task_id))
      const shown = {
        ...presentImport(caller, { ...row, status: 'Undone' }, await countsOf(inside, row)),
        removed: gone.length,
        kept: kept.slice(0, mostTold).map(({ task_id, row_number, title }) => ({
          taskId: encodeId('Task', caller.accountId, task_id),
          row: row_number,
          title,
        })),
      }
      return changedBy({ data: [shown] }, gone.map(taskDeleted))
    },
    { locks: 'leaf' },
  )

async function remove(
  rows: Rows,
  caller: Caller,
  row: ImportRow,
  tasks: readonly LeftTask[],
  changedToo: boolean,
): Promise<BinTask[]> {
  const gone = await binUnchanged(rows, row, tasks)
  if (!changedToo) return gone
  const removed = new Set(gone.map(({ task_id }) => task_id))
  for (const { task_id } of tasks) {
    if (removed.has(task_id)) continue
    for (const task of await moveToBin(rows, caller, task_id)) {
      gone.push(task)
      removed.add(task.task_id)
    }
  }
  return gone
}
