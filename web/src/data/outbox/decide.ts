import { memory } from '../memory.ts'
import type { Waiting } from './change.ts'
import { amend, drop } from './outbox.ts'
import { showWaiting } from './show.ts'

/** What becomes of a change that was refused, or that somebody has to be asked about. */

/** It is sent once more as it is. */
export const tryAgain = (change: Waiting): Promise<void> => again(change, {})

/** It goes in the place of what somebody else has put there; should that have changed again, it is asked again. */
export const keepMine = (change: Waiting): Promise<void> =>
  again(change, { base: { ...change.base, ...change.refusal?.theirs } })

/** It is not to be: everything is shown as the server has it. */
export const discard = (change: Waiting): Promise<void> => drop(change)

async function again(change: Waiting, members: Partial<Waiting>): Promise<void> {
  await amend(change.id, { ...members, refusal: undefined, tab: undefined })
  showWaiting(memory, [{ ...change, refusal: undefined }])
}
