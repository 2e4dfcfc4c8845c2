import { type Caller, withReach } from '#access/caller.ts'
import { permitAll } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import { notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import type { EntityType } from '#ids/types.ts'
import { byId, selection, type TaskField, type TaskWishes } from './columns.ts'
import { addEffortOfDays } from './effort-of-days.ts'
import type { TaskRow } from './presenter.ts'

/** What reads by id and answers to writes show: nearly everything unasked. */
export const byIdWishes = (
  fields: ReadonlySet<TaskField> = new Set(),
  options: Omit<TaskWishes, 'fields'> = {},
): TaskWishes => ({
  ...options,
  fields: new Set([...byId, ...fields]),
})

/** Those of the tasks that the caller sees, in no order. */
export async function visibleTasks(caller: Caller, taskIds: readonly number[], wishes: TaskWishes): Promise<TaskRow[]> {
  if (taskIds.length === 0) return []
  // Few ids are probed one by one, whatever the caller's reach.
  const rows = (await visible(withReach(caller, 'wide'), 'tasks')
    .$call((query) =>
      query.select([selection(caller, wishes) as never, 'task.version']).where('task.task_id', 'in', taskIds),
    )
    .execute()) as unknown as TaskRow[]
  if (wishes.fields.has('effortAllocation')) await addEffortOfDays(caller, rows)
  return rows
}

/**
 * The tasks with these ids, in their order, those in the recycle bin too.
 *
 * @throws {Refused} for the first that doesn't exist or is hidden; none is given then.
 */
export async function tasksByIds(caller: Caller, taskIds: readonly number[], wishes: TaskWishes): Promise<TaskRow[]> {
  const rows = await visibleTasks(caller, taskIds, wishes)
  const found = new Map(rows.map((row) => [row.task_id, row]))
  if (taskIds.some((id) => !found.has(id)))
    await permitAll(
      caller,
      'read',
      taskIds.map((task) => ({ task })),
    )
  return taskIds.map((id) => found.get(id) as TaskRow)
}

/** Entities that this server doesn't have yet: no id names one. */
export function refuseUnknown(
  caller: Caller,
  named: readonly (readonly [type: EntityType, what: string, ids: readonly number[] | number | undefined])[],
): void {
  for (const [type, what, ids] of named) {
    const first = typeof ids === 'number' ? ids : ids?.[0]
    if (first !== undefined) throw notFound(what, idAsSent(caller.accountId, type, first))
  }
}
