import type { Action } from '#access/actions.ts'
import type { Caller } from '#access/caller.ts'
import { type Permit, permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import { locksOfTasks } from './queries.ts'

interface Place {
  folderId?: number | undefined
  taskId?: number | undefined
  spaceId?: number | undefined
}

/** Permits an action on the folder, task or space that the path names. */
export function permitPlace<A extends Action>(
  caller: Caller,
  action: A,
  { folderId, taskId, spaceId }: Place,
): Promise<Permit<A>> {
  if (spaceId !== undefined) return permitSpace(caller, action, spaceId)
  return permit(caller, action, taskId === undefined ? { folder: folderId as number } : { task: taskId })
}

/** @throws {Refused} `not_allowed` if a lock of a folder above the task covers one of the days. */
export async function refuseLocked(caller: Caller, taskId: number, days: readonly string[]): Promise<void> {
  const locks = (await locksOfTasks(caller, [taskId])).get(taskId) ?? []
  const locked = days.find((day) => locks.some(({ start, end }) => start <= day && day <= end))
  if (locked !== undefined) throw notAllowed(`Time of ${locked} is locked`)
}

/** Which of these records of time lie in a locked period. */
export async function lockedRecords(
  caller: Caller,
  records: readonly { timelog_id: number; task_id: number; tracked_date: string }[],
): Promise<Set<number>> {
  const byTask = await locksOfTasks(
    caller,
    records.map((record) => record.task_id),
  )
  const isLocked = ({ task_id, tracked_date }: (typeof records)[number]) =>
    byTask.get(task_id)?.some(({ start, end }) => start <= tracked_date && tracked_date <= end) ?? false
  return new Set(records.filter(isLocked).map((record) => record.timelog_id))
}
