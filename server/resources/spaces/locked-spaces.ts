import type { Caller } from '#access/caller.ts'
import { notAllowed } from '#contract/errors.ts'
import { isLogicalFolder } from '#ids/types.ts'
import { lockedSpacesAbove, membersAmong } from './locked-queries.ts'

/** What a change does with things that may lie in a locked space. */
interface Opening {
  /** Folders of the thing, or it itself. */
  within: readonly number[]
  /** Folders it will be in too. */
  added?: readonly number[]
  /** Users and groups who will reach it. */
  given?: readonly number[]
}

/**
 * Keeps a locked space shut: nothing in it is put elsewhere too, and nobody but its members reaches anything in it.
 *
 * @throws {Refused} `not_allowed`
 */
export async function stayInLockedSpaces(caller: Caller, { within, added = [], given = [] }: Opening): Promise<void> {
  if (added.length === 0 && given.length === 0) return
  const spaces = await lockedSpacesAbove(caller, within)
  for (const space of spaces) {
    for (const parent of added) {
      if (isLogicalFolder(parent) || !(await lockedSpacesAbove(caller, [parent])).includes(space))
        throw notAllowed('Nothing can leave a locked space')
    }
    const members = await membersAmong(caller, space, given)
    if (given.some((principal) => !members.has(principal)))
      throw notAllowed('Nothing in a locked space may be shared with others than its members')
  }
}
