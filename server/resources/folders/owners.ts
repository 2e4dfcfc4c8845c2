import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import type { Rows } from '#events/rows.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import { deriveAccess } from './queries.ts'

/**
 * Lets new owners of a project reach it, with no more than who names them may. Those who have a share keep their role. Call
 * it in a change that has taken the account's access structure alone.
 *
 * @throws {Refused} `not_allowed` for somebody who is no member of the locked space it lies in.
 */
export async function shareWithOwners(
  rows: Rows,
  caller: Caller,
  may: Permit<'editFolder'>,
  owners: readonly number[],
): Promise<void> {
  if (owners.length === 0) return
  await stayInLockedSpaces(caller, { within: [may.id], given: owners })
  const given = await rows.insertAll(
    'folder_share',
    may,
    owners.map((principal_id) => ({ folder_id: may.id, principal_id, role: may.role })),
  )
  if (given.length > 0) await deriveAccess(rows, caller, [may.id])
}
