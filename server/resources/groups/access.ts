import type { Caller } from '#access/caller.ts'
import { forbidden, invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { existingContacts } from '../contacts/queries.ts'
import type { GroupRow } from './presenter.ts'
import { activeUsers, groupRows, invitedPeople } from './queries.ts'

/**
 * The groups with these numbers, in their order.
 *
 * @throws {Refused} `resource_not_found` for the first that is no group of the account, `access_forbidden` for one that is
 * hidden from an external user or collaborator.
 */
export async function groupsByIds(caller: Caller, numbers: readonly number[]): Promise<GroupRow[]> {
  const rows = await groupRows(caller, [sql<boolean>`g.group_id = any(${numbers}::bigint[])`])
  const byId = new Map(rows.map((row) => [row.group_id, row]))
  const missing = numbers.filter((number) => !byId.has(number))
  if (missing.length > 0) {
    const existing = await existingContacts(caller, missing)
    const unknown = missing.find((number) => number > 0 || !existing.has(number))
    if (unknown !== undefined) throw notFound('Group', idAsSent(caller.accountId, 'Contact', unknown))
    throw forbidden('You are no member of the group')
  }
  return numbers.map((number) => byId.get(number) as GroupRow)
}

export const groupById = async (caller: Caller, groupId: number): Promise<GroupRow> =>
  (await groupsByIds(caller, [groupId]))[0] as GroupRow

/** @throws {Refused} `resource_not_found` for the first that is no user of the account. */
export async function requireUsers(caller: Caller, numbers: readonly number[]): Promise<void> {
  const known = await activeUsers(caller, numbers)
  const unknown = numbers.find((number) => !known.has(number))
  if (unknown !== undefined) throw notFound('User', idAsSent(caller.accountId, 'Contact', unknown))
}

/** People whom invitations invite. */
export async function requireInvited(caller: Caller, invitations: readonly number[] = []): Promise<number[]> {
  const known = await invitedPeople(caller, invitations)
  const unknown = invitations.find((number) => !known.has(number))
  if (unknown !== undefined) throw notFound('Invitation', idAsSent(caller.accountId, 'Invitation', unknown))
  return invitations.map((number) => known.get(number) as number)
}

/** @throws {Refused} `not_allowed` for members of the default group: they are all regular users, and nobody else. */
export function requireOwnMembers(group: GroupRow, changes: readonly number[]): void {
  if (group.is_default && changes.length > 0)
    throw notAllowed('The default group has all regular users of the account, and nobody else')
}

/** The same id in both lists of one call is refused. */
export function requireApart(added: readonly number[], removed: readonly number[]): void {
  if (added.some((number) => removed.includes(number)))
    throw invalidParameter('A user is to be added and removed in one call')
}
