import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordApplicationChange } from './application-events.ts'

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
  const change = 'Handed over by whoever runs the server'
  await recordApplicationChange(transaction, { clientId, change, aboutPersonId: toPersonId }, byPersonId)
}

/** Adds a person to an application. One of its people may become an owner by it, and nobody less than they were. */
export async function addDeveloper(
  transaction: Kysely<Database>,
  clientId: string,
  { personId, role, byPersonId }: { personId: number; role: DeveloperRole; byPersonId: number },
): Promise<void> {
  await transaction
    .insertInto('application_person')
    .values({ client_id: clientId, person_id: personId, role, added_by: byPersonId })
    .onConflict((conflict) => {
      const known = conflict.columns(['client_id', 'person_id'])
      return role === 'owner' ? known.doUpdateSet({ role }) : known.doNothing()
    })
    .execute()
  const change = role === 'owner' ? 'Owner added' : 'Developer added'
  await recordApplicationChange(transaction, { clientId, change, aboutPersonId: personId }, byPersonId)
}

/**
 * Takes a person away from an application, with the invitations they sent. False if nothing was done: nobody of that name,
 * or its last owner.
 */
export async function removeDeveloper(
  database: Kysely<Database>,
  clientId: string,
  personId: number,
  byPersonId: number,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    if (!(await staysOwned(transaction, clientId, personId))) return false
    const removed = await transaction
      .deleteFrom('application_person')
      .where('client_id', '=', clientId)
      .where('person_id', '=', personId)
      .returning('person_id')
      .executeTakeFirst()
    if (!removed) return false
    await transaction
      .deleteFrom('application_invitation')
      .where('client_id', '=', clientId)
      .where('invited_by', '=', personId)
      .execute()
    const change = personId === byPersonId ? 'Developer left' : 'Developer removed'
    await recordApplicationChange(transaction, { clientId, change, aboutPersonId: personId }, byPersonId)
    return true
  })
}

/** Gives one of an application's people another role. False if nothing was done: nobody of that name, or its last owner. */
export async function changeRole(
  database: Kysely<Database>,
  clientId: string,
  { personId, role, byPersonId }: { personId: number; role: DeveloperRole; byPersonId: number },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    if (role === 'developer' && !(await staysOwned(transaction, clientId, personId))) return false
    const changed = await transaction
      .updateTable('application_person')
      .set({ role })
      .where('client_id', '=', clientId)
      .where('person_id', '=', personId)
      .where('role', '<>', role)
      .returning('person_id')
      .executeTakeFirst()
    if (!changed) return false
    const change = role === 'owner' ? 'Developer made owner' : 'Owner made developer'
    await recordApplicationChange(transaction, { clientId, change, aboutPersonId: personId }, byPersonId)
    return true
  })
}

/** Whether an application has an owner without this person. The row is locked: of two owners who leave at once one stays. */
async function staysOwned(transaction: Kysely<Database>, clientId: string, personId: number): Promise<boolean> {
  await transaction
    .selectFrom('application')
    .select('client_id')
    .where('client_id', '=', clientId)
    .forUpdate()
    .execute()
  const people = await developersOf(transaction, clientId)
  return people.some((one) => one.role === 'owner' && one.personId !== personId)
}
