import type { Caller } from '#access/caller.ts'
import type { Rows } from '#events/rows.ts'
import { refuseLocked } from '../timelog-lock-periods/access.ts'
import { lockTime } from '../timelog-lock-periods/queries.ts'
import { refuseSubmitted } from '../timesheets/access.ts'
import { addLines } from '../timesheets/queries.ts'
import type { TimelogRow } from './presenter.ts'

/**
 * Lets a change of time through on days that are open, and keeps them open until the change ends.
 *
 * @throws {Refused} `not_allowed` for a day that is locked above the task, or in a timesheet that is submitted or approved.
 */
export async function refuseClosed(
  rows: Rows,
  inside: Caller,
  { taskId, personId, days }: { taskId: number; personId: number; days: readonly string[] },
): Promise<void> {
  await lockTime(rows, inside, 'shared')
  await refuseLocked(inside, taskId, days)
  await refuseSubmitted(inside, personId, days)
}

/** Gives a new or changed record its row in the timesheets of its day. */
export const collectTime = (rows: Rows, inside: Caller, { person_id, tracked_date }: TimelogRow): Promise<void> =>
  addLines(rows, inside, { personId: person_id, start: tracked_date, end: tracked_date })
