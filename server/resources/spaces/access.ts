import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import type { Role } from '#access/roles.ts'
import { visible } from '#access/visible.ts'
import { forbidden } from '#contract/errors.ts'
import type { Selectable } from '#database/sql.ts'
import type { FolderTables } from '../folders/tables.ts'
import { guestRole, invitedMembers, membersOf } from './columns.ts'
import { permitSpace } from './permit-space.ts'
import type { SpaceTables } from './tables.ts'

export interface MemberRow {
  id: number
  role: Role
  manager: boolean
}

/** A space, its folder, and what its answer needs from other rows (columns.ts). */
export type SpaceRow = Selectable<SpaceTables['space']> &
  Pick<Selectable<FolderTables['folder']>, 'title' | 'description' | 'version' | 'deleted_at' | 'workflow_id'> & {
    members: MemberRow[]
    /** `id` is that of the invitation. */
    invited: MemberRow[]
    guest_role: Role | null
  }

/** The spaces a caller sees, with all their answers may need. */
export function spaceRows(caller: Caller) {
  return visible(caller, 'spaces')
    .innerJoin('space', (on) =>
      on.onRef('space.account_id', '=', 'folder.account_id').onRef('space.folder_id', '=', 'folder.folder_id'),
    )
    .selectAll('space')
    .select(['folder.title', 'folder.description', 'folder.version', 'folder.deleted_at', 'folder.workflow_id'])
    .select([membersOf(caller).as('members'), invitedMembers(caller).as('invited'), guestRole(caller).as('guest_role')])
}

/** One space, read again after a change. */
export async function spaceById(caller: Caller, spaceId: number): Promise<SpaceRow> {
  return (await spaceRows(caller).where('folder.folder_id', '=', spaceId).executeTakeFirstOrThrow()) as SpaceRow
}

/**
 * A space, and whether the caller manages it, itself or through a group.
 *
 * @throws {Refused} as `permitSpace` does.
 */
export async function standingIn(caller: Caller, spaceId: number): Promise<{ space: SpaceRow; manages: boolean }> {
  await permitSpace(caller, 'read', spaceId)
  const space = await spaceById(caller, spaceId)
  return { space, manages: space.members.some((member) => member.manager && caller.principals.includes(member.id)) }
}

/**
 * Permits managing a space: what its managers may and nobody else, account admins included.
 *
 * @throws {Refused} as `permitSpace` does, and `access_forbidden` for those who are no managers.
 */
export async function permitManaging(
  caller: Caller,
  spaceId: number,
): Promise<{ may: Permit<'share'>; space: SpaceRow }> {
  const { space, manages } = await standingIn(caller, spaceId)
  if (!manages) throw forbidden('Only a manager of the space may do this')
  return { may: await permitSpace(caller, 'share', spaceId), space }
}
