import type { Caller } from '#access/caller.ts'
import { invalidParameter } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { placeholdersByIds, requirePlaceholders } from '../placeholders/access.ts'
import { linksChanged } from './events.ts'

/** Numbers of placeholders to add and to take away. */
export interface PlaceholderChanges {
  added: number[]
  removed: number[]
}

/**
 * Reads the placeholders of a request; deleted ones can only be taken away.
 *
 * @throws {Refused} `resource_not_found` for one that isn't there, `invalid_parameter` for one in both lists.
 */
export async function readPlaceholders(
  caller: Caller,
  input: {
    addResponsiblePlaceholders?: readonly number[] | undefined
    removeResponsiblePlaceholders?: readonly number[] | undefined
  },
): Promise<PlaceholderChanges> {
  const added = await requirePlaceholders(caller, input.addResponsiblePlaceholders)
  const leaving = await placeholdersByIds(caller, input.removeResponsiblePlaceholders ?? [])
  const removed = leaving.map((row) => row.placeholder_id)
  if (added.some((placeholder) => removed.includes(placeholder)))
    throw invalidParameter('A placeholder is to be added and removed in one call')
  return { added, removed }
}

/** Gives a task to placeholders and takes it from others. */
export async function changePlaceholders(
  rows: Rows,
  may: WritePermit<'task_placeholder'>,
  task_id: number,
  changes: PlaceholderChanges,
): Promise<EventRecord[]> {
  const added = await rows.insertAll(
    'task_placeholder',
    may,
    changes.added.map((placeholder_id) => ({ task_id, placeholder_id })),
  )
  const removed =
    changes.removed.length > 0
      ? await rows.delete('task_placeholder', may, { task_id, placeholder_id: changes.removed })
      : []
  return linksChanged(
    'ResponsiblePlaceholders',
    task_id,
    added.map((row) => row.placeholder_id),
    removed.map((row) => row.placeholder_id),
  )
}

/** Condition: the task is given to one of these placeholders. */
export async function ofPlaceholders(caller: Caller, placeholderIds: readonly number[]) {
  const rows = await placeholdersByIds(caller, placeholderIds)
  return sql<boolean>`task.task_id in (select p.task_id from task_placeholder p
    where p.account_id = task.account_id and p.placeholder_id = any(${rows.map((row) => row.placeholder_id)}::bigint[]))`
}
