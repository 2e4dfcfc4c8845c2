import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { ContactReference } from '#contract/parameters.ts'
import type { Rows } from '#events/rows.ts'
import { encodeId } from '#ids/encode.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { foldersOfTasks } from '../spaces/locked-queries.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import { deriveAccess, firstWhoMisses } from './queries.ts'

/**
 * The people a request asks to approve. A task is shared with them (see {@link askPeople}); a folder must be already, since
 * sharing one gives away all below it.
 *
 * @throws {Refused} `resource_not_found` for somebody who is not there, `not_allowed` for one who does not see the folder,
 * and for one who is no member of the locked space of a task.
 */
export async function readApprovers(
  caller: Caller,
  place: Permit<'requestApproval'>,
  references: readonly ContactReference[] | undefined,
): Promise<number[]> {
  const people = await resolvePeople(caller, references)
  if (place.on === 'task')
    await stayInLockedSpaces(caller, { within: await foldersOfTasks(caller, [place.id]), given: people })
  const missing = place.on === 'folder' ? await firstWhoMisses(caller, place.id, people) : undefined
  if (missing !== undefined)
    throw notAllowed(`'${encodeId('Contact', caller.accountId, missing)}' does not see the folder: share it first`)
  return people
}

/** Asks people to decide, those who are asked already aside. They reach the task and follow it. */
export async function askPeople(
  rows: Rows,
  caller: Caller,
  place: Permit<'requestApproval'>,
  approvalId: number,
  people: readonly number[],
): Promise<number[]> {
  const asked = await rows.insertAll(
    'approval_decision',
    place,
    people.map((approver_id) => ({ approval_id: approvalId, approver_id })),
  )
  if (place.on === 'task' && people.length > 0) {
    await rows.insertAll(
      'task_share',
      place,
      people.map((principal_id) => ({ task_id: place.id, principal_id })),
    )
    await rows.insertAll(
      'task_follower',
      place,
      people.map((person_id) => ({ task_id: place.id, person_id })),
    )
    await deriveAccess(rows, caller, place.id)
  }
  return asked.map((row) => row.approver_id)
}
