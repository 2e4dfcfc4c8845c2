import type { Caller } from '#access/caller.ts'
import { roleOfUserType } from '#access/roles.ts'
import { invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'

export type InvitedRole = 'admin' | 'regular' | 'external' | 'collaborator'

interface RoleInput {
  role?: 'User' | 'Collaborator' | undefined
  external?: boolean | undefined
  userTypeId?: number | undefined
}

/**
 * What an invited person becomes; undefined if the request doesn't say.
 *
 * @throws {Refused} `invalid_parameter` for role or external beside userTypeId, and for an external collaborator;
 * `not_allowed` for an owner, and for an admin unless one invites.
 */
export function invitedRole(caller: Caller, input: RoleInput): InvitedRole | undefined {
  if (input.userTypeId !== undefined) {
    if (input.role !== undefined || input.external !== undefined)
      throw invalidParameter("Parameter 'userTypeId' excludes 'role' and 'external'")
    return ofType(caller, input.userTypeId)
  }
  if (input.role === 'Collaborator') {
    if (input.external) throw invalidParameter("Parameter 'external' goes with the role User only")
    return 'collaborator'
  }
  if (input.external) return 'external'
  return input.role === undefined && input.external === undefined ? undefined : 'regular'
}

/**
 * What an invited person will be after a change: of role and external, what is not sent stays, and the role User leaves an
 * admin one.
 *
 * @throws {Refused} as {@link invitedRole} does.
 */
export function changedRole(caller: Caller, before: InvitedRole, input: RoleInput): InvitedRole {
  if (input.userTypeId !== undefined || (input.role === undefined && input.external === undefined))
    return invitedRole(caller, input) ?? before
  const role = input.role ?? (before === 'collaborator' ? 'Collaborator' : 'User')
  const external = input.external ?? (role === 'User' && before === 'external')
  const wanted = invitedRole(caller, { role, external }) as InvitedRole
  return wanted === 'regular' && before === 'admin' ? 'admin' : wanted
}

function ofType(caller: Caller, userTypeId: number): InvitedRole {
  const role = roleOfUserType(userTypeId)
  if (!role) throw notFound('User type', idAsSent(caller.accountId, 'UserType', userTypeId))
  if (role === 'owner') throw notAllowed('An account has one owner: nobody can be invited as such')
  if (role === 'admin' && caller.role !== 'owner' && caller.role !== 'admin')
    throw notAllowed('Only admins invite admins')
  return role
}
