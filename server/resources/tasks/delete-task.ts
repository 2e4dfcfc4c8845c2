import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { byIdWishes, tasksByIds } from './access.ts'
import type * as contract from './contract/index.ts'
import { taskDeleted } from './events.ts'
import { presentTask } from './presenter.ts'
import { type FullTask, lockNesting, lockTasks } from './queries.ts'
import { moveToBin } from './recycle-bin/queries.ts'

/** Moves a task to the recycle bin, with the subtasks that live nowhere else. Deleting what is there already changes nothing. */
export const deleteTask: Handler<typeof contract.deleteTask> = async ({ caller, input }) => {
  const may = await permit(caller, 'deleteTask', { task: input.taskId })
  return change(
    caller,
    async (rows, inside) => {
      await lockNesting(rows, caller, 'alone')
      const before = (await lockTasks(rows, caller, [may.id])).get(may.id) as FullTask
      const gone = before.deleted_at ? [] : await moveToBin(rows, caller, may.id)
      const wishes = byIdWishes()
      const [row] = await tasksByIds(inside, [may.id], wishes)
      return changedBy({ data: [presentTask(inside, row as never, wishes)] }, gone.map(taskDeleted))
    },
    { locks: 'leaf' },
  )
}
