import type { Caller } from '#access/caller.ts'
import { notFound } from '#contract/errors.ts'
import type { ContactReference } from '#contract/parameters.ts'
import { idAsSent } from '#ids/foreign.ts'
import { knownContacts } from './queries.ts'

/**
 * The principals that references to users, groups and invitations name, in their order. An invited person is named by the
 * invitation until it is accepted.
 *
 * @throws {Refused} `resource_not_found` for the first that is nobody of the account whom the caller may see.
 */
export async function resolveContacts(
  caller: Caller,
  references: readonly ContactReference[] | undefined,
): Promise<number[]> {
  if (!references || references.length === 0) return []
  const known = await knownContacts(caller, references)
  const principals = references.map((reference) => {
    const principal =
      'contact' in reference ? known.contacts.get(reference.contact) : known.invitations.get(reference.invitation)
    if (principal !== undefined) return principal
    throw 'contact' in reference
      ? notFound('Contact', idAsSent(caller.accountId, 'Contact', reference.contact))
      : notFound('Invitation', idAsSent(caller.accountId, 'Invitation', reference.invitation))
  })
  return [...new Set(principals)]
}

/** The same for people alone: groups cannot be assigned. */
export async function resolvePeople(
  caller: Caller,
  references: readonly ContactReference[] | undefined,
): Promise<number[]> {
  const principals = await resolveContacts(caller, references)
  const group = principals.find((principal) => principal < 0)
  if (group !== undefined) throw notFound('User', idAsSent(caller.accountId, 'Contact', group))
  return principals
}
