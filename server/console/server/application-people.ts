import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { developersOf } from '#oauth/developers.ts'

/** Somebody who looks after an application and can be written to. */
export interface Keeper {
  personId: number
  email: string
  firstName: string
  /** An admin looks after applications of the account that nobody else is left for. */
  role: 'owner' | 'developer' | 'admin'
}

/** The people of an application; where nobody is left, the owner and admins of its account. They get the mail about it. */
export async function keepersOf(database: Kysely<Database>, clientId: string): Promise<Keeper[]> {
  const developers = await developersOf(database, clientId)
  if (developers.length > 0) return developers
  const admins = await database
    .selectFrom('application')
    .innerJoin('account_user as user', 'user.account_id', 'application.account_id')
    .innerJoin('person', 'person.person_id', 'user.person_id')
    .select(['person.person_id as personId', 'person.email', 'person.first_name as firstName'])
    .where('application.client_id', '=', clientId)
    .where('user.state', '=', 'active')
    .where('user.role', 'in', ['owner', 'admin'])
    .orderBy('person.email')
    .execute()
  return admins.map((admin) => ({ ...admin, role: 'admin' }))
}

/** Those of them whom a new secret is sent to: the owners, or who stands in for them. */
export async function ownersOf(database: Kysely<Database>, clientId: string): Promise<Keeper[]> {
  const keepers = await keepersOf(database, clientId)
  const owners = keepers.filter(({ role }) => role === 'owner')
  return owners.length > 0 ? owners : keepers
}
