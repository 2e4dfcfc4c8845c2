import type { Caller } from '#access/caller.ts'
import type { Rows } from '#events/rows.ts'
import { refuseLocked } from '../timelog-lock-periods/access.ts'
import { lockTime } from '../timelog-lock-periods/queries.ts'

/**
 * Lets a change of time through on days that are open, and keeps them open until the change ends.
 *
 * @throws {Refused} `not_allowed` for a day that is locked above the task.
 */
export async function refuseClosed(
  rows: Rows,
  inside: Caller,
  { taskId, days }: { taskId: number; personId: number; days: readonly string[] },
): Promise<void> {
  await lockTime(rows, inside, 'shared')
  await refuseLocked(inside, taskId, days)
}
