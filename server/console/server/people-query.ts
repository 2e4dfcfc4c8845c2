import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Position, writePosition } from './list-position.ts'

/** A page of the people of the server, by address, and where the next one begins. `search` is part of the address. */
export async function listPeople(
  database: Kysely<Database>,
  { search, after }: { search: string; after: Position | undefined },
  limit: number,
) {
  let query = database
    .selectFrom('person')
    .select(['person_id', 'email', 'email_confirmed_at', 'password_hash', 'created_at'])
    .select((of) =>
      of
        .selectFrom('session')
        .select((row) => row.fn.max('last_seen_at').as('at'))
        .whereRef('session.person_id', '=', 'person.person_id')
        .as('seen_at'),
    )
    .orderBy('email')
    .limit(limit + 1)
  if (search !== '') query = query.where(sql<boolean>`strpos(lower(email), lower(${search})) > 0`)
  if (after) query = query.where('email', '>', after[0])
  const rows = await query.execute()
  const people = rows.slice(0, limit)
  const last = people.at(-1)
  return { people, next: rows.length > limit && last ? writePosition([last.email, '']) : undefined }
}

export type ListedPerson = Awaited<ReturnType<typeof listPeople>>['people'][number]

/** Finds a person by the number of the address. */
export async function findPerson(database: Kysely<Database>, id: string) {
  if (!/^\d{1,15}$/.test(id)) return undefined
  return database
    .selectFrom('person')
    .select(['person_id', 'email', 'first_name', 'last_name', 'email_confirmed_at', 'password_hash', 'created_at'])
    .where('person_id', '=', Number(id))
    .executeTakeFirst()
}

export type FoundPerson = NonNullable<Awaited<ReturnType<typeof findPerson>>>

/** The accounts a person is or was a user of, by name. */
export function membershipsOf(database: Kysely<Database>, personId: number) {
  return database
    .selectFrom('account_user as user')
    .innerJoin('account', 'account.account_id', 'user.account_id')
    .select(['account.account_id', 'account.name', 'user.role', 'user.state'])
    .where('user.person_id', '=', personId)
    .orderBy('account.name')
    .orderBy('account.account_id')
    .execute()
}

/** The applications a person looks after. */
export function applicationsOf(database: Kysely<Database>, personId: number) {
  return database
    .selectFrom('application_person as keeper')
    .innerJoin('application', 'application.client_id', 'keeper.client_id')
    .select(['application.client_id', 'application.name', 'keeper.role'])
    .where('keeper.person_id', '=', personId)
    .orderBy('application.name')
    .orderBy('application.client_id')
    .execute()
}
