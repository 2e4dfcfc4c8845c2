import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { EventRecord } from '#events/change.ts'
import { recordPersonal } from '#events/outbox.ts'
import { announceAccessChange } from '#oauth/access-changed.ts'
import { hashSecret, newSecret } from '#oauth/secrets.ts'
import { runsServer } from './memberships.ts'

/** How long a browser stays signed in without being used. */
export const sessionDays = 30

/** A person at a browser that is signed in. */
export interface SignedIn {
  personId: number
  email: string
  firstName: string
  lastName: string
  sessionHash: Buffer
  /** Sees the pages below /server. */
  runsServer: boolean
}

/** Signs a person in and returns the session's token, which only the browser keeps. */
export async function startSession(
  database: Kysely<Database>,
  session: { personId: number; userAgent: string; address: string },
): Promise<string> {
  const token = newSecret('ses')
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('session')
      .values({
        session_hash: hashSecret(token),
        person_id: session.personId,
        user_agent: session.userAgent.slice(0, 300),
        address: session.address,
        expires_at: lapse(),
      })
      .execute()
    await recordPersonal(transaction, session.personId, [sessionEvent('SignedIn', session.personId)])
  })
  return token
}

/** What a person does about their own access: told in all their accounts. */
export const sessionEvent = (
  type: 'SignedIn' | 'SignInFailed' | 'SignedOut' | 'PasswordChanged',
  personId: number,
): EventRecord => ({ type, entityType: 'session', entityId: personId })

/** Finds who is signed in with this token; undefined if the session has ended. */
export async function findSession(database: Kysely<Database>, token: string): Promise<SignedIn | undefined> {
  const sessionHash = hashSecret(token)
  const row = await database
    .selectFrom('session')
    .innerJoin('person', 'person.person_id', 'session.person_id')
    .select(['person.person_id', 'email', 'first_name', 'last_name', 'last_seen_at', runsServer.as('runs_server')])
    .where('session_hash', '=', sessionHash)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  if (!row) return undefined
  // Every five minutes is enough for the list of sessions, and no write for each page.
  if (Date.now() - row.last_seen_at.getTime() > 300_000) {
    await database
      .updateTable('session')
      .set({ last_seen_at: new Date(), expires_at: lapse() })
      .where('session_hash', '=', sessionHash)
      .execute()
  }
  const { person_id, email, first_name, last_name, runs_server } = row
  return {
    personId: person_id,
    email,
    firstName: first_name,
    lastName: last_name,
    sessionHash,
    runsServer: runs_server,
  }
}

/** The sessions of a person, those used last first. */
export function listSessions(database: Kysely<Database>, personId: number) {
  return database
    .selectFrom('session')
    .select(['session_hash', 'created_at', 'last_seen_at', 'user_agent', 'address'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('last_seen_at', 'desc')
    .orderBy('session_hash')
    .execute()
}

/** Ends one session of a person, or all but one; done by the person, unless somebody else is named. */
export async function endSessions(
  database: Kysely<Database>,
  personId: number,
  which: { only: Buffer } | { except: Buffer | undefined },
  byPersonId = personId,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    let ended = transaction.deleteFrom('session').where('person_id', '=', personId)
    if ('only' in which) ended = ended.where('session_hash', '=', which.only)
    else if (which.except) ended = ended.where('session_hash', '<>', which.except)
    const [{ numDeletedRows } = { numDeletedRows: 0n }] = await ended.execute()
    if (numDeletedRows > 0n)
      await recordPersonal(transaction, personId, [sessionEvent('SignedOut', personId)], byPersonId)
    await announceAccessChange(transaction, [personId])
  })
}

function lapse(): Date {
  return new Date(Date.now() + sessionDays * 86_400_000)
}
