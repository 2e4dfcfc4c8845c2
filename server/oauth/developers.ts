import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'

/** Owners invite, remove and delete; developers do the rest. */
export type DeveloperRole = 'owner' | 'developer'

/** A person who looks after an application. */
export interface Developer {
  personId: number
  email: string
  firstName: string
  lastName: string
  role: DeveloperRole
  addedAt: Date
}

/**
 * The people who look after an application: owners first, then by when they came. They get the mail about it.
 *
 * Somebody who was put out of the application's account is not among them; somebody who never was in it may be.
 */
export function developersOf(database: Kysely<Database>, clientId: string): Promise<Developer[]> {
  return database
    .selectFrom('application_person as developer')
    .innerJoin('application', 'application.client_id', 'developer.client_id')
    .innerJoin('person', 'person.person_id', 'developer.person_id')
    .leftJoin('account_user as user', (join) =>
      join
        .onRef('user.account_id', '=', 'application.account_id')
        .onRef('user.person_id', '=', 'developer.person_id')
        .on('user.state', 'in', ['inactive', 'removed']),
    )
    .select(['developer.person_id as personId', 'person.email', 'developer.role', 'developer.added_at as addedAt'])
    .select(['person.first_name as firstName', 'person.last_name as lastName'])
    .where('developer.client_id', '=', clientId)
    .where('user.person_id', 'is', null)
    .orderBy('developer.role', 'desc')
    .orderBy('developer.added_at')
    .orderBy('developer.person_id')
    .execute()
}

/** Makes a person the only owner of an application; owners until now no longer look after it, developers stay. */
export async function handOverApplication(
  transaction: Kysely<Database>,
  clientId: string,
  toPersonId: number,
  byPersonId: number | null,
): Promise<void> {
  await transaction
    .deleteFrom('application_person')
    .where('client_id', '=', clientId)
    .where('role', '=', 'owner')
    .where('person_id', '<>', toPersonId)
    .execute()
  await transaction
    .insertInto('application_person')
    .values({ client_id: clientId, person_id: toPersonId, role: 'owner', added_by: byPersonId })
    .onConflict((one) => one.columns(['client_id', 'person_id']).doUpdateSet({ role: 'owner' }))
    .execute()
}
