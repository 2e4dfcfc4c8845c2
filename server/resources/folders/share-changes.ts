import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { forbidden, invalidParameter, notAllowed } from '#contract/errors.ts'
import type { AccessRolesByContact, ContactReference } from '#contract/parameters.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { resolveContacts } from '../contacts/resolve.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import { folderEvent } from './events.ts'
import type { FolderRow } from './presenter.ts'
import { canStillBeShared, deriveAccess } from './queries.ts'
import { readShares, type Shares } from './sharing.ts'

interface ShareInput {
  addShareds?: ContactReference[] | undefined
  removeShareds?: ContactReference[] | undefined
  addAccessRoles?: AccessRolesByContact | undefined
  removeAccessRoles?: ContactReference[] | undefined
}

export interface ShareChanges {
  added: Shares
  /** Those whose role was named: it replaces the one they have. */
  withRole: ReadonlySet<number>
  removed: number[]
}

/**
 * Reads the sharing part of a request.
 *
 * @throws {Refused} `access_forbidden` for one's own role, `invalid_parameter` for a contact in both lists.
 */
export async function readShareChanges(caller: Caller, input: ShareInput): Promise<ShareChanges> {
  const added = await readShares(caller, input.addShareds, input.addAccessRoles)
  const withRole = new Set(
    await resolveContacts(
      caller,
      input.addAccessRoles?.map(({ contact }) => contact),
    ),
  )
  const removed = await resolveContacts(caller, [...(input.removeShareds ?? []), ...(input.removeAccessRoles ?? [])])
  if (withRole.has(caller.personId))
    throw forbidden('Nobody changes the own role: ask somebody else with the role Full')
  if (removed.some((principal) => added.has(principal)))
    throw invalidParameter('A contact is to be added and removed in one call')
  return { added, withRole, removed }
}

/**
 * Shares a folder with contacts and takes shares away. What a contact inherits from above cannot be taken away here and stays.
 *
 * @throws {Refused} `not_allowed` if nobody could share the folder any longer, or a locked space would reach outsiders.
 */
export async function changeShares(
  rows: Rows,
  caller: Caller,
  may: Permit<'share'>,
  before: FolderRow,
  changes: ShareChanges,
): Promise<EventRecord[]> {
  const { added, withRole, removed } = changes
  await stayInLockedSpaces(caller, { within: [may.id], given: [...added.keys()] })
  const given = await rows.insertAll(
    'folder_share',
    may,
    [...added].map(([principal_id, role]) => ({ folder_id: may.id, principal_id, role })),
  )
  for (const principal of withRole) {
    const role = added.get(principal)
    if (role !== undefined)
      await rows.update('folder_share', may, { folder_id: may.id, principal_id: principal, kind: 'share' }, { role })
  }
  const taken =
    removed.length > 0
      ? await rows.delete('folder_share', may, { folder_id: may.id, principal_id: removed, kind: 'share' })
      : []
  await deriveAccess(rows, caller, [may.id])
  if (!(await canStillBeShared(rows, caller, may.id))) throw notAllowed('Somebody with the role Full must remain')
  const said = {
    added: given.map((row) => row.principal_id),
    removed: taken.map((row) => row.principal_id),
    roles: [...withRole],
  }
  if (said.added.length + said.removed.length + said.roles.length === 0) return []
  return [folderEvent(before.is_project ? 'ProjectSharingChanged' : 'FolderSharingChanged', may.id, { after: said })]
}
