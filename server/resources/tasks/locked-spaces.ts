import type { Caller } from '#access/caller.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import { foldersOfTasks } from '../spaces/locked-queries.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import type { Move } from './parents.ts'
import type { PeopleChanges } from './people.ts'

/**
 * Keeps tasks of a locked space inside: they get no place elsewhere, and nobody but the space's members reaches them.
 *
 * @throws {Refused} `not_allowed`
 */
export async function stayInside(
  caller: Caller,
  taskIds: readonly number[],
  { toRoot, addParents, addSuperTasks }: Move,
  { addShareds, addResponsibles }: PeopleChanges,
): Promise<void> {
  await stayInLockedSpaces(caller, {
    within: await foldersOfTasks(caller, taskIds),
    added: [...(toRoot ? [ROOT_FOLDER] : []), ...addParents, ...(await foldersOfTasks(caller, addSuperTasks))],
    given: [...addShareds, ...addResponsibles],
  })
}
