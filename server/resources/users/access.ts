import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { userTypeNumber } from '#access/roles.ts'
import { forbidden, notAllowed, notFound } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import { idAsSent } from '#ids/foreign.ts'
import { type PersonRow, presentPerson } from '../contacts/presenter.ts'
import { personRows } from '../contacts/queries.ts'
import type { User } from './contract.ts'
import { existingPeople } from './queries.ts'

/**
 * The users with these numbers, in their order; groups and equipment are no users.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`).
 */
export async function usersByIds(caller: Caller, numbers: readonly number[]): Promise<PersonRow[]> {
  const rows = await personRows(caller, [sql<boolean>`u.person_id = any(${numbers}::bigint[])`])
  const byId = new Map(rows.map((row) => [row.person_id, row]))
  const missing = numbers.filter((number) => !byId.has(number))
  if (missing.length > 0) {
    const existing = await existingPeople(caller, missing)
    const text = (number: number) => idAsSent(caller.accountId, 'Contact', number)
    const unknown = missing.find((number) => !existing.has(number))
    if (unknown !== undefined) throw notFound('User', text(unknown))
    throw forbidden(`You have nothing in common with user '${text(missing[0] as number)}'`)
  }
  return numbers.map((number) => byId.get(number) as PersonRow)
}

/** Row → User: a contact that also tells its type. */
export const presentUser = (
  caller: Caller,
  row: PersonRow,
  fields: ReadonlySet<string> = new Set(),
): Static<typeof User> => ({
  ...presentPerson(caller, row, fields),
  userTypeId: encodeId('UserType', caller.accountId, userTypeNumber(row.role)),
})

/** The owner stays what it is, who is gone stays gone until invited again, and nobody changes the own type or switches oneself off. */
export function requireChangeable(caller: Caller, users: readonly PersonRow[]): void {
  for (const user of users) {
    if (user.state === 'removed') throw notAllowed('A deleted user cannot be changed: invite the person again')
    if (user.role === 'owner') throw notAllowed('The owner of the account cannot be changed')
    if (user.person_id === caller.personId) throw forbidden('Nobody changes the own type of user: ask another admin')
  }
}
