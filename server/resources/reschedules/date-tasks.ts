import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import type { DatesInput } from '#scheduling/task-dates.ts'
import { rescheduleSuccessors } from '../dependencies/reschedule-successors.ts'
import { taskChanges } from '../tasks/events.ts'
import { type FullTask, lockTasks } from '../tasks/queries.ts'
import { datesAfter } from '../tasks/working-days.ts'

/**
 * Gives tasks their dates, then moves what follows them: in this order, since a task that is named stays where it is put.
 *
 * @param permits one for each task, in their order
 * @returns an event for each task that has other dates.
 */
export async function dateTasks(
  rows: Rows,
  inside: Caller,
  permits: readonly Permit<'editTask'>[],
  tasks: readonly { taskId: number; dates: DatesInput }[],
): Promise<EventRecord[]> {
  if (tasks.length === 0) return []
  const known = await lockTasks(
    rows,
    inside,
    tasks.map(({ taskId }) => taskId),
  )
  const events: EventRecord[] = []
  for (const [at, { taskId, dates }] of tasks.entries()) {
    const before = known.get(taskId) as FullTask
    const changes = await datesAfter(rows, inside, before, { dates })
    if (isSame(before, changes)) continue
    const [after] = (await rows.update(
      'task',
      permits[at] as Permit<'editTask'>,
      { task_id: taskId },
      { ...changes, updated_at: sql`now()` as never, version: before.version + 1 },
    )) as [FullTask]
    events.push(...taskChanges(before, after))
  }
  if (events.length === 0) return []
  const moved = await rescheduleSuccessors(
    rows,
    inside,
    tasks.map(({ taskId }) => taskId),
  )
  return [...events, ...moved]
}

/** Dates that a task has already are not written: it was not changed. */
const isSame = (before: FullTask, changes: Partial<FullTask>): boolean =>
  (Object.keys(changes) as (keyof FullTask)[]).every(
    (name) => name === 'wanted_at' || text(before[name]) === text(changes[name]),
  )

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 19) : String(value))
