import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { permitAll } from '#access/permit.ts'
import { invalidParameter, logicalFolder } from '#contract/errors.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { isLogicalFolder, RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import { linksChanged } from './events.ts'
import { liesBelowTask, placeDirectly, removeDirectly } from './queries.ts'

interface MoveInput {
  addParents?: number[] | undefined
  removeParents?: number[] | undefined
  addSuperTasks?: number[] | undefined
  removeSuperTasks?: number[] | undefined
}

/** Places to add and to take away, permitted. */
export interface Move {
  toRoot: boolean
  addParents: number[]
  removeParents: number[]
  addSuperTasks: number[]
  removeSuperTasks: number[]
}

/**
 * Reads the places of a request: putting a task somewhere needs the right to put something there.
 *
 * @throws {Refused} `not_allowed` for the recycle bin and for taking away the root, `invalid_parameter` for a place in both
 * lists.
 */
export async function readMove(caller: Caller, input: MoveInput): Promise<Move> {
  const { addParents = [], removeParents = [], addSuperTasks = [], removeSuperTasks = [] } = input
  if (addParents.includes(RECYCLE_BIN) || removeParents.some(isLogicalFolder)) throw logicalFolder()
  if (
    addParents.some((one) => removeParents.includes(one)) ||
    addSuperTasks.some((one) => removeSuperTasks.includes(one))
  ) {
    throw invalidParameter('A place is to be added and removed in one call')
  }
  const folders = addParents.filter((folder) => folder !== ROOT_FOLDER)
  await permitAll(caller, 'addTo', [
    ...folders.map((folder) => ({ folder })),
    ...addSuperTasks.map((task) => ({ task })),
  ])
  return {
    toRoot: addParents.includes(ROOT_FOLDER),
    addParents: folders,
    removeParents,
    addSuperTasks,
    removeSuperTasks,
  }
}

/**
 * Puts a task into other folders and tasks, and takes it out of some.
 *
 * @throws {Refused} `invalid_parameter` for a circle, and for taking the last place away.
 */
export async function moveTask(rows: Rows, caller: Caller, may: Permit<'move'>, move: Move): Promise<EventRecord[]> {
  if (await liesBelowTask(rows, caller, may.id, move.addSuperTasks))
    throw invalidParameter("Parameter 'addSuperTasks' value is invalid: a task cannot lie inside itself")
  const placed = await placeDirectly(rows, caller, may.id, move.addParents)
  const inside = await rows.insertAll(
    'super_task',
    may,
    move.addSuperTasks.map((super_task_id) => ({ task_id: may.id, super_task_id })),
  )
  const outside =
    move.removeSuperTasks.length > 0
      ? await rows.delete('super_task', may, { task_id: may.id, super_task_id: move.removeSuperTasks })
      : []
  const { left, taken } = await removeDirectly(rows, caller, may.id, move.removeParents)
  if (left === 0 && (taken.length > 0 || outside.length > 0)) {
    if (!move.toRoot)
      throw invalidParameter('The last parent of a task cannot be taken away: add another, or the root folder')
    await rows.insertAll('task_share', may, [{ task_id: may.id, principal_id: caller.personId }])
  }
  return [
    ...linksChanged('Parents', may.id, placed, taken),
    ...linksChanged(
      'SuperTasks',
      may.id,
      inside.map((row) => row.super_task_id),
      outside.map((row) => row.super_task_id),
    ),
  ]
}
