import type { Caller } from '#access/caller.ts'
import { type Role, role, roleOfAccessRole } from '#access/roles.ts'
import { notAllowed, notFound } from '#contract/errors.ts'
import type { AccessRolesByContact, ContactReference } from '#contract/parameters.ts'
import { features, planHas } from '#contract/plans.ts'
import { idAsSent } from '#ids/foreign.ts'
import { resolveContacts } from '../contacts/resolve.ts'

/** Whom to share with, and their role. */
export type Shares = Map<number, Role>

/**
 * Reads shares and roles of a request: those without a role get Full, as in a plan without roles.
 *
 * @throws {Refused} `resource_not_found` for a contact or role that isn't there, `not_allowed` for roles on a plan without
 * them.
 */
export async function readShares(
  caller: Caller,
  shareds: readonly ContactReference[] | undefined,
  roles: AccessRolesByContact | undefined,
): Promise<Shares> {
  const shares: Shares = new Map((await resolveContacts(caller, shareds)).map((principal) => [principal, role.full]))
  if (!roles || roles.length === 0) return shares
  if (!planHas(caller.plan, 'accessRoles'))
    throw notAllowed(`${features.accessRoles.says}: not part of the plan ${caller.plan}`)
  const contacts = roles.map(({ contact }) => contact)
  const principals = await resolveContacts(caller, contacts)
  for (const [at, { contact, accessRoleId }] of roles.entries()) {
    // Somebody who is named twice, by an invitation too, is among them once.
    const [principal] =
      principals.length === roles.length ? principals.slice(at, at + 1) : await resolveContacts(caller, [contact])
    shares.set(principal as number, knownRole(caller, accessRoleId))
  }
  return shares
}

/**
 * The role an id names.
 *
 * @throws {Refused} `resource_not_found` for none, `not_allowed` for another than Full on a plan without roles.
 */
export function knownRole(caller: Caller, accessRoleId: number): Role {
  const found = roleOfAccessRole(accessRoleId)
  if (found === undefined) throw notFound('Access role', idAsSent(caller.accountId, 'AccessRole', accessRoleId))
  if (found !== role.full && !planHas(caller.plan, 'accessRoles'))
    throw notAllowed(`${features.accessRoles.says}: not part of the plan ${caller.plan}`)
  return found
}
