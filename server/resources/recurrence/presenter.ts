import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { FullTask } from '../tasks/queries.ts'
import type { Recurrence } from './contract.ts'
import type { RecurrenceRow } from './queries.ts'
import { nextDay } from './rule.ts'

/** Row → Recurrence, as one task of the series shows it; `taskIds` are those that the caller sees. */
export function presentRecurrence(
  caller: Caller,
  task: FullTask,
  series: RecurrenceRow,
  taskIds: readonly number[],
): Static<typeof Recurrence> {
  const occurrence = task.occurrence_number as number
  const occurrenceDate = task.occurrence_date as string
  const next = series.state === 'Active' ? nextDay(series, occurrence, occurrenceDate) : undefined
  return {
    taskId: encodeId('Task', caller.accountId, task.task_id),
    ...(series.name === null ? undefined : { name: series.name }),
    scheduleType: series.schedule_type,
    scheduleFrequency: series.schedule_frequency,
    ...(series.week_days === null ? undefined : { weekDays: series.week_days }),
    intervalStartDate: series.interval_start_date,
    ...(series.interval_end_date === null ? undefined : { intervalEndDate: series.interval_end_date }),
    ...(series.occurrence_limit === null ? undefined : { occurrenceLimit: series.occurrence_limit }),
    state: series.state,
    occurrence,
    occurrenceDate,
    ...(next === undefined ? undefined : { nextOccurrenceDate: next }),
    taskIds: taskIds.map((id) => encodeId('Task', caller.accountId, id)),
  }
}
