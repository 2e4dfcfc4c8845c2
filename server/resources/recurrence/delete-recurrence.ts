import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { type FullTask, lockTasks } from '../tasks/queries.ts'
import type * as contract from './contract.ts'
import { recurrenceChanged } from './events.ts'
import { recurrenceById } from './queries.ts'

/** Ends the series of a task; without one, or after its end, nothing changes. The answer is empty. */
export const deleteRecurrence: Handler<typeof contract.deleteRecurrence> = async ({ caller, input }) => {
  const may = await permit(caller, 'editTask', { task: input.taskId })
  return change(caller, async (rows) => {
    const task = (await lockTasks(rows, caller, [may.id])).get(may.id) as FullTask
    if (task.recurrence_id === null) return changedBy({ data: [] }, [])
    const before = await recurrenceById(rows, caller, task.recurrence_id, { lock: true })
    if (before.state !== 'Active') return changedBy({ data: [] }, [])
    const { recurrence_id, version } = before
    await rows.update('recurrence', may, { recurrence_id }, { state: 'Stopped', version: version + 1 })
    return changedBy({ data: [] }, [recurrenceChanged(task.task_id, before, { ...before, state: 'Stopped' })])
  })
}
