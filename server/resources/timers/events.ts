import type { EventRecord } from '#events/change.ts'
import type { TimerRow } from './queries.ts'

/** A timer begins, is paused, goes on or ends. Nobody but its person is told. */
export const timerChanged = (before: TimerRow | undefined, after: TimerRow | undefined): EventRecord => ({
  type: 'TimerChanged',
  entityType: 'timer',
  entityId: ((after ?? before) as TimerRow).person_id,
  ...(before ? { before: said(before) } : {}),
  ...(after ? { after: said(after) } : {}),
})

const said = (row: TimerRow) => ({ taskId: row.task_id, running: row.running_since !== null, seconds: row.seconds })
