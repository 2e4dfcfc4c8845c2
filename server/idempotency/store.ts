import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { EventRecord } from '#events/change.ts'
import type { Keyed } from './key.ts'
import type { IdempotencyTables } from './tables.ts'

export type KnownRequest = Selectable<IdempotencyTables['idempotent_request']> & { is_under_way: boolean }

/** A request that this process carries out. */
export interface Claim extends Keyed {
  attempt: number
}

/** An answer as it was, or will be, sent. */
export interface Outcome {
  status: number
  etag: string | undefined
  text: string
}

/** Who carries out a request longer than this is taken for dead. */
const leaseSeconds = 60
const keptHours = 24

/** Claims a request: for the first time, after a day, or from a process that died before it had written anything. */
export async function claim(database: Kysely<Database>, keyed: Keyed): Promise<Claim | undefined> {
  const { accountId, personId, clientId, keyHash, fingerprint } = keyed
  const { rows } = await sql<{ attempt: number }>`
    insert into idempotent_request as r (account_id, person_id, client_id, key_hash, fingerprint, locked_until)
    values (${accountId}, ${personId}, ${clientId}, ${keyHash}, ${fingerprint}, now() + make_interval(secs => ${leaseSeconds}))
    on conflict (account_id, person_id, client_id, key_hash) do update set
      fingerprint = excluded.fingerprint, created_at = now(), attempt = r.attempt + 1, locked_until = excluded.locked_until,
      written_at = null, entity_type = null, entity_id = null, status = null, etag = null, body = null
    where r.created_at < now() - make_interval(hours => ${keptHours})
      or (r.status is null and r.written_at is null and r.locked_until < now() and r.fingerprint = excluded.fingerprint)
    returning r.attempt`.execute(database)
  return rows[0] && { ...keyed, attempt: rows[0].attempt }
}

/** What is known of a request that cannot be claimed; undefined if it has ended without effect this moment. */
export function known(database: Kysely<Database>, keyed: Keyed): Promise<KnownRequest | undefined> {
  return database
    .selectFrom('idempotent_request')
    .selectAll()
    .select(sql<boolean>`locked_until > now()`.as('is_under_way'))
    .where('account_id', '=', keyed.accountId)
    .where('person_id', '=', keyed.personId)
    .where('client_id', '=', keyed.clientId)
    .where('key_hash', '=', keyed.keyHash)
    .executeTakeFirst()
}

const which = ({ accountId, personId, clientId, keyHash, attempt }: Claim) => sql`
  account_id = ${accountId} and person_id = ${personId} and client_id = ${clientId} and key_hash = ${keyHash}
  and attempt = ${attempt}`

/**
 * Notes in the transaction of a change that the request has written something: whatever becomes of the server afterwards,
 * nobody carries it out again.
 *
 * @throws {Error} if another process has taken the request over; nothing is written then.
 */
export async function noteWritten(transaction: Kysely<Database>, mine: Claim, first: EventRecord): Promise<void> {
  const { rows } = await sql`
    update idempotent_request set written_at = now(), entity_type = coalesce(entity_type, ${first.entityType}),
      entity_id = coalesce(entity_id, ${first.entityId})
    where ${which(mine)} returning 1`.execute(transaction)
  if (rows.length === 0) throw new Error('The request took too long and is carried out by another process')
}

/** Keeps the answer. */
export async function settle(database: Kysely<Database>, mine: Claim, { status, etag, text }: Outcome): Promise<void> {
  await sql`update idempotent_request set status = ${status}, etag = ${etag ?? null}, body = ${text}
    where ${which(mine)}`.execute(database)
}

/** Gives a request up that was refused: sent again it is judged again, unless a part of it was written. */
export async function release(database: Kysely<Database>, mine: Claim): Promise<void> {
  await sql`delete from idempotent_request where ${which(mine)} and written_at is null`.execute(database)
}

/** Keys hold for a day. */
export async function forgetRequests(database: Kysely<Database>): Promise<void> {
  await sql`delete from idempotent_request where created_at < now() - make_interval(hours => ${keptHours})`.execute(
    database,
  )
}
