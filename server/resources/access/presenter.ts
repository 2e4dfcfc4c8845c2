import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { accessRoleNumber, type Role } from '#access/roles.ts'
import { encodeId } from '#ids/encode.ts'
import type { AccessEntry, roleNames } from './contract.ts'
import type { AccessRow, WayRow } from './queries.ts'

type Entry = Static<typeof AccessEntry>

const names = { 4: 'Full', 3: 'Editor', 2: 'Limited', 1: 'ReadOnly' } as const satisfies Record<
  Role,
  (typeof roleNames)[number]
>

/** The name of a built-in access role. */
export const roleName = (role: Role): (typeof roleNames)[number] => names[role]

/** Row → AccessEntry, for the place the list is of. */
export function presentEntry(caller: Caller, row: AccessRow, place: { on: string; id: number }): Entry {
  const { accountId } = caller
  return {
    type: row.invitation_id !== null ? 'Invitation' : row.principal < 0 ? 'Group' : 'Person',
    ...(row.invitation_id === null
      ? { contactId: encodeId('Contact', accountId, row.principal) }
      : { invitationId: encodeId('Invitation', accountId, row.invitation_id) }),
    name: row.name,
    active: row.active,
    reaches: row.role !== null,
    ...(row.role === null
      ? {}
      : {
          role: roleName(row.role),
          accessRoleId: encodeId('AccessRole', accountId, accessRoleNumber(row.role)),
        }),
    ...(row.manager ? { isManager: true } : {}),
    relations: row.relations,
    ways: row.ways.map((way) => presentWay(accountId, way, place)),
  }
}

/** Of a place that is hidden from the caller nothing is told but that it is there; of a group the same. */
function presentWay(accountId: number, way: WayRow, place: { on: string; id: number }): Entry['ways'][number] {
  return {
    kind: way.kind === 'guest' ? 'Guest' : way.is_space ? 'Member' : 'Shared',
    inherited: way.on !== place.on || way.id !== place.id,
    ...(way.role === null ? {} : { role: roleName(way.role) }),
    placeType: way.on === 'task' ? 'Task' : way.is_space ? 'Space' : way.is_project ? 'Project' : 'Folder',
    ...(way.known
      ? { placeId: encodeId(way.on === 'task' ? 'Task' : 'Folder', accountId, way.id), placeTitle: way.title }
      : {}),
    ...(way.named === null
      ? {}
      : way.group_known
        ? { groupId: encodeId('Contact', accountId, way.named), groupName: way.group_name as string }
        : { hiddenGroup: true }),
  }
}
