import type { EventRecord } from '#events/change.ts'
import type { FullTask } from '../tasks/queries.ts'
import type { RecurrenceRow } from './queries.ts'

/** How a task recurs has changed, or that it does. */
export const recurrenceChanged = (
  taskId: number,
  before: RecurrenceRow | undefined,
  after: RecurrenceRow | undefined,
): EventRecord => ({
  type: 'TaskRecurrenceChanged',
  entityType: 'task',
  entityId: taskId,
  ...(before ? { before: said(before) } : {}),
  ...(after ? { after: said(after) } : {}),
})

/** A task was made because another of its series was completed. */
export const taskRecurred = (made: Pick<FullTask, 'task_id' | 'title' | 'recurrence_id'>, of: number): EventRecord => ({
  type: 'TaskCreated',
  entityType: 'task',
  entityId: made.task_id,
  after: { title: made.title, occurrenceOf: of, recurrent: made.recurrence_id !== null },
})

const said = (row: RecurrenceRow) => ({
  recurrence_id: row.recurrence_id,
  schedule_type: row.schedule_type,
  schedule_frequency: row.schedule_frequency,
  week_days: row.week_days,
  interval_start_date: row.interval_start_date,
  interval_end_date: row.interval_end_date,
  occurrence_limit: row.occurrence_limit,
  state: row.state,
})
