import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { fullTask } from '../tasks/queries.ts'
import type * as contract from './contract.ts'
import { presentRecurrence } from './presenter.ts'
import { recurrenceById, tasksOfSeries } from './queries.ts'

/** Reads how a task recurs; nothing for one that belongs to no series. */
export const getRecurrence: Handler<typeof contract.getRecurrence> = async ({ caller, input }) => {
  await permit(caller, 'read', { task: input.taskId })
  const task = await fullTask(caller, input.taskId)
  if (task.recurrence_id === null) return { data: [] }
  const series = await recurrenceById(caller, caller, task.recurrence_id)
  return { data: [presentRecurrence(caller, task, series, await tasksOfSeries(caller, task.recurrence_id))] }
}
