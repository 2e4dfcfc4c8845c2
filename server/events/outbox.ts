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
  const [first] = events
  if (!first) return
  const { address = null, source = null, onWrite } = originOfWork() ?? {}
  const column = <V>(value: (event: EventRecord) => V) => events.map(value)
  const json = (value: object | undefined) => (value ? JSON.stringify(value) : null)
  // Arrays, not a row of parameters for each: a change of working days may move 10,000 tasks.
  const { rows: numbers } = await sql<{ event_id: number }>`
    insert into event (account_id, type, entity_type, entity_id, actor_id, client_id, address, source, before, after)
    select ${actor.accountId}::bigint, e.type, e.entity_type, e.entity_id, ${actor.personId}::bigint, ${actor.clientId}::text,
      ${address}::text, ${source}::text, e.before::jsonb, e.after::jsonb
    from unnest(${column((event) => event.type)}::text[], ${column((event) => event.entityType)}::text[],
      ${column((event) => event.entityId)}::bigint[], ${column((event) => json(event.before))}::text[],
      ${column((event) => json(event.after))}::text[]) with ordinality as e (type, entity_type, entity_id, before, after, at)
    order by e.at
    returning event_id`.execute(transaction)
  await recordAudit(
    transaction,
    actor,
    events.map((event, at) => ({ ...event, eventId: numbers[at]?.event_id as number })),
  )
  await onWrite?.(transaction, first)
  await sql`select pg_notify('event_added', '')`.execute(transaction)
}

/** The same for what a person does to themselves, such as signing in: told in each account where they are active. */
export async function recordPersonal(
  database: Kysely<Database>,
  personId: number,
  events: readonly EventRecord[],
  byPersonId = personId,
): Promise<void> {
  await atOnce(database, async (transaction) => {
    const accounts = await transaction
      .selectFrom('account_user')
      .select('account_id')
      .where('person_id', '=', personId)
      .where('state', '=', 'active')
      .execute()
    for (const { account_id } of accounts)
      await recordEvents(transaction, { accountId: account_id, personId: byPersonId, clientId: null }, events)
  })
}

/** Does work in the transaction at hand, or in one of its own. */
export const atOnce = <R>(
  database: Kysely<Database>,
  work: (transaction: Kysely<Database>) => Promise<R>,
): Promise<R> => (database.isTransaction ? work(database) : database.transaction().execute(work))
