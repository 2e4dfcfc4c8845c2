import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { timelogComment } from './access.ts'
import { collectTime, refuseClosed } from './closed.ts'
import { timelogChanged } from './events.ts'
import type { TimelogRow } from './presenter.ts'

/** Time to record. */
export interface Time {
  personId: number
  /** yyyy-MM-dd */
  trackedDate: string
  hours: number
  comment: string
  plainText?: boolean | undefined
  categoryId?: number | undefined
}

/**
 * Records time on a task, by whichever way it was measured.
 *
 * @throws {Refused} `not_allowed` for a day that is closed.
 */
export async function recordTime(
  rows: Rows,
  inside: Caller,
  task: WritePermit<'timelog'>,
  { personId, trackedDate, hours, comment, plainText, categoryId }: Time,
): Promise<{ row: TimelogRow; event: EventRecord }> {
  await refuseClosed(rows, inside, { taskId: task.id, personId, days: [trackedDate] })
  const row = await rows.insert('timelog', task, {
    task_id: task.id,
    person_id: personId,
    category_id: categoryId ?? null,
    hours,
    tracked_date: trackedDate,
    comment: timelogComment(comment, plainText),
  })
  await collectTime(rows, inside, row)
  return { row, event: timelogChanged(undefined, row) }
}
