import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { role } from '#access/roles.ts'
import { notAllowed } from '#contract/errors.ts'
import { change, changed, changedBy } from '#events/change.ts'
import { folderEvent } from '../folders/events.ts'
import { deriveAccess } from '../folders/queries.ts'
import { type SpaceRow, spaceById } from './access.ts'
import type { MemberInput } from './members.ts'

interface MembersInput {
  membersAdd?: readonly MemberInput[] | undefined
  membersRemove?: readonly MemberInput['id'][] | undefined
}

const isOneself = (caller: Caller, id: MemberInput['id']) => 'contact' in id && id.contact === caller.personId

/** Whether all that a request wants is to make its caller a member, with the role that guests have. */
export function isJoining(caller: Caller, { membersAdd, ...rest }: MembersInput): boolean {
  const [self, ...others] = membersAdd ?? []
  const alone = self !== undefined && others.length === 0 && !asksMore(rest)
  return alone && isOneself(caller, self.id) && self.accessRoleId === undefined && !self.isManager
}

/** Whether all that a request wants is that its caller is no member any longer. */
export function isLeaving(caller: Caller, { membersRemove, ...rest }: MembersInput): boolean {
  const [self, ...others] = membersRemove ?? []
  return self !== undefined && others.length === 0 && !asksMore(rest) && isOneself(caller, self)
}

/** Parameters that only shape the answer, and the path's own, ask for nothing. */
const asksMore = (input: object): boolean =>
  Object.entries(input).some(([name, value]) => value !== undefined && name !== 'spaceId' && name !== 'withInvitations')

/** Makes the caller, a regular user, a member of a public space. */
export async function joinSpace(caller: Caller, space: SpaceRow): Promise<SpaceRow> {
  const may = await permit(caller, 'join', { folder: space.folder_id })
  return change(
    caller,
    async (rows, inside) => {
      const given = await rows.insertAll('folder_share', may, [
        { folder_id: may.id, principal_id: caller.personId, role: space.guest_role ?? role.readOnly },
      ])
      await deriveAccess(rows, caller, [may.id])
      const joined = folderEvent('SpaceJoined', may.id, { after: { member: caller.personId } })
      return changedBy(await spaceById(inside, may.id), given.length > 0 ? [joined] : [])
    },
    { locks: 'access' },
  )
}

/**
 * Takes the caller out of the members of a space. The answer is the space as it was, for it may be hidden now.
 *
 * @throws {Refused} `not_allowed` for a locked or personal space.
 */
export async function leaveSpace(caller: Caller, space: SpaceRow): Promise<SpaceRow> {
  const may = await permit(caller, 'join', { folder: space.folder_id })
  if (space.access_type === 'Locked') throw notAllowed('Nobody leaves a locked space alone: ask one of its managers')
  return change(
    caller,
    async (rows) => {
      await rows.delete('folder_share', may, { folder_id: may.id, principal_id: caller.personId, kind: 'share' })
      await deriveAccess(rows, caller, [may.id])
      const members = space.members.filter((member) => member.id !== caller.personId)
      return changed({ ...space, members }, folderEvent('SpaceLeft', may.id, { before: { member: caller.personId } }))
    },
    { locks: 'access' },
  )
}
