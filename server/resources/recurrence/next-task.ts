import type { Caller } from '#access/caller.ts'
import { planHas } from '#contract/plans.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { deriveAccess, type FullTask, fullTask } from '../tasks/queries.ts'
import { copyTree } from './copy-tree.ts'
import { recurrenceChanged, taskRecurred } from './events.ts'
import { hasOccurrence, recurrenceById } from './queries.ts'
import { nextDay } from './rule.ts'

/**
 * Makes the next task of a series if this change has completed one of its tasks; finishes the series where there is no next.
 * Each number of a series is made once, whoever completes what how often. Call it last: the next one takes over what else
 * the change has made of the task.
 *
 * @returns the events of what was made.
 */
export async function makeNextTask(
  rows: Rows,
  inside: Caller,
  may: WritePermit<'task'>,
  before: FullTask,
): Promise<EventRecord[]> {
  if (before.recurrence_id === null || before.status_group === 'Completed') return []
  const done = await fullTask(inside, before.task_id)
  if (done.status_group !== 'Completed' || !planHas(inside.plan, 'recurrence')) return []
  // Locked: of two tasks of the series that are completed at once, one waits here until the other has made its next.
  const series = await recurrenceById(rows, inside, before.recurrence_id, { lock: true })
  const number = (done.occurrence_number as number) + 1
  if (series.state !== 'Active' || (await hasOccurrence(rows, inside, series.recurrence_id, number))) return []
  const day = nextDay(series, number - 1, done.occurrence_date as string)
  if (day === undefined) {
    const { recurrence_id, version } = series
    await rows.update('recurrence', may, { recurrence_id }, { state: 'Finished', version: version + 1 })
    return [recurrenceChanged(done.task_id, series, { ...series, state: 'Finished' })]
  }
  const made = await copyTree(rows, inside, may, done, {
    recurrence_id: series.recurrence_id,
    occurrence_number: number,
    occurrence_date: day,
  })
  await deriveAccess(
    rows,
    inside,
    made.map((task) => task.task_id),
  )
  return made.map((task) => taskRecurred(task, done.task_id))
}
