import type { Caller } from '#access/caller.ts'
import { type Role, role } from '#access/roles.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { ContactReference } from '#contract/parameters.ts'
import { planHas } from '#contract/plans.ts'
import { resolveContacts } from '../contacts/resolve.ts'
import { knownRole } from '../folders/sharing.ts'

export interface MemberInput {
  id: ContactReference
  /** Full without one. */
  accessRoleId?: number | undefined
  isManager?: boolean | undefined
}

export interface Member {
  principalId: number
  role: Role
  isManager: boolean
}

/** What guests of a public space may where the request does not say: edit, or all on a plan without roles. */
export const guestRoleUnnamed = (caller: Caller): Role =>
  planHas(caller.plan, 'accessRoles') ? role.editor : role.full

/**
 * Reads members of a request.
 *
 * @throws {Refused} `resource_not_found` for a contact or role that isn't there, `invalid_parameter` for one named twice.
 */
export async function readMembers(
  caller: Caller,
  parameter: string,
  inputs: readonly MemberInput[] | undefined,
): Promise<Member[]> {
  if (!inputs) return []
  const principals = await resolveContacts(
    caller,
    inputs.map(({ id }) => id),
  )
  if (principals.length < inputs.length)
    throw invalidParameter(`Parameter '${parameter}' value is invalid: a contact is named twice`)
  return inputs.map(({ accessRoleId, isManager }, at) => ({
    principalId: principals[at] as number,
    role: accessRoleId === undefined ? role.full : knownRole(caller, accessRoleId),
    isManager: isManager ?? false,
  }))
}
