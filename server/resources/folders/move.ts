import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { invalidParameter, logicalFolder, notAllowed } from '#contract/errors.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { isLogicalFolder, RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import { permitParents } from './access.ts'
import { folderEvent } from './events.ts'
import type { FolderRow } from './presenter.ts'
import { deriveAccess, liesBelow } from './queries.ts'

/** Parents to add and to take away, permitted. */
export interface Move {
  toRoot: boolean
  added: number[]
  removed: number[]
}

/**
 * Reads parents of a request: adding needs the right to put something there.
 *
 * @throws {Refused} `not_allowed` for the recycle bin, and for taking away the root.
 */
export async function readMove(
  caller: Caller,
  input: { addParents?: number[] | undefined; removeParents?: number[] | undefined },
): Promise<Move> {
  const { addParents = [], removeParents = [] } = input
  if (addParents.includes(RECYCLE_BIN) || removeParents.some(isLogicalFolder)) throw logicalFolder()
  if (addParents.some((parent) => removeParents.includes(parent)))
    throw invalidParameter("A folder is in both 'addParents' and 'removeParents'")
  const added = addParents.filter((parent) => parent !== ROOT_FOLDER)
  await permitParents(caller, added)
  return { toRoot: addParents.includes(ROOT_FOLDER), added, removed: removeParents }
}

/**
 * Hangs a folder under other parents.
 *
 * @throws {Refused} `invalid_parameter` for a circle and for taking the last parent away, `not_allowed` for a space, and for
 * leaving a locked space.
 */
export async function move(
  rows: Rows,
  caller: Caller,
  may: Permit<'move'>,
  before: FolderRow,
  { added, removed, toRoot }: Move,
): Promise<EventRecord[]> {
  if (before.is_space) throw notAllowed('A space lies directly under the root and cannot be moved')
  await stayInLockedSpaces(caller, { within: [may.id], added: toRoot ? [...added, ROOT_FOLDER] : added })
  const circle = await liesBelow(rows, caller, may.id, added)
  if (circle !== undefined)
    throw invalidParameter("Parameter 'addParents' value is invalid: a folder cannot lie below itself")
  const given = await rows.insertAll(
    'folder_parent',
    may,
    added.map((parent_id) => ({ folder_id: may.id, parent_id })),
  )
  const taken =
    removed.length > 0 ? await rows.delete('folder_parent', may, { folder_id: may.id, parent_id: removed }) : []
  const left = before.parents.filter((parent) => !taken.some((row) => row.parent_id === parent)).length + given.length
  if (taken.length > 0 && left === 0) await fallBackToRoot(rows, caller, may, toRoot)
  await deriveAccess(rows, caller, [may.id])
  return given.length + taken.length === 0
    ? []
    : [
        folderEvent('FolderParentsChanged', may.id, {
          after: { added: given.map((row) => row.parent_id), removed: taken.map((row) => row.parent_id) },
        }),
      ]
}

/** Under the root a folder has no parent to inherit from: it becomes the mover's. */
async function fallBackToRoot(rows: Rows, caller: Caller, may: Permit<'move'>, toRoot: boolean): Promise<void> {
  if (!toRoot)
    throw invalidParameter(
      "Parameter 'removeParents' value is invalid: it would take the last parent away; add another, or the root folder",
    )
  await rows.insertAll('folder_share', may, [{ folder_id: may.id, principal_id: caller.personId, role: 4 }])
}
