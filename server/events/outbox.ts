import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordAudit } from './audit-record.ts'
import type { EventRecord } from './change.ts'
import { originOfWork } from './origin.ts'

/** Who did it, in which account. A caller is one; sessions, the command line and jobs have others. */
export interface Actor {
  accountId: number
  /** Null for the server itself, and for whoever has its command line. */
  personId: number | null
  clientId: string | null
}

/**
 * Writes the events of a change in its own transaction, with what they amount to in the audit log, and wakes the relay
 * when it commits.
 */
export async function recordEvents(
  transaction: Kysely<Database>,
  actor: Actor,
  events: readonly EventRecord[],
): Promise<void> {
  if (events.length === 0) return
  for (let at = 0; at < events.length; at += batch) await recordBatch(transaction, actor, events.slice(at, at + batch))
  await sql`select pg_notify('event_added', '')`.execute(transaction)
}

/** A statement has room for 65,535 values: a change may have more events than fit into one. */
const batch = 1000

async function recordBatch(transaction: Kysely<Database>, actor: Actor, events: readonly EventRecord[]): Promise<void> {
  const { address = null, source = null } = originOfWork() ?? {}
  const numbers = await transaction
    .insertInto('event')
    .values(
      events.map((event) => ({
        account_id: actor.accountId,
        type: event.type,
        entity_type: event.entityType,
        entity_id: event.entityId,
        actor_id: actor.personId,
        client_id: actor.clientId,
        address,
        source,
        before: event.before ? JSON.stringify(event.before) : null,
        after: event.after ? JSON.stringify(event.after) : null,
      })),
    )
    .returning('event_id')
    .execute()
  await recordAudit(
    transaction,
    actor,
    events.map((event, at) => ({ ...event, eventId: numbers[at]?.event_id as number })),
  )
}

/** The same for what a person does to themselves, such as signing in: told in each account where they are active. */
export async function recordPersonal(
  database: Kysely<Database>,
  personId: number,
  events: readonly EventRecord[],
): Promise<void> {
  const accounts = await database
    .selectFrom('account_user')
    .select('account_id')
    .where('person_id', '=', personId)
    .where('state', '=', 'active')
    .execute()
  for (const { account_id } of accounts)
    await recordEvents(database, { accountId: account_id, personId, clientId: null }, events)
}

/** Does work in the transaction at hand, or in one of its own. */
export const atOnce = <R>(
  database: Kysely<Database>,
  work: (transaction: Kysely<Database>) => Promise<R>,
): Promise<R> => (database.isTransaction ? work(database) : database.transaction().execute(work))
