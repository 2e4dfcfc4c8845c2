import { type Kysely, sql } from 'kysely'
import type { Caller } from '#access/caller.ts'
import type { Database } from '#database/schema.ts'
import type { EventRecord } from './change.ts'

/** Writes the events of a change in its own transaction, and wakes the relay when it commits. */
export async function recordEvents(
  transaction: Kysely<Database>,
  caller: Caller,
  events: readonly EventRecord[],
): Promise<void> {
  if (events.length === 0) return
  await transaction
    .insertInto('event')
    .values(
      events.map((event) => ({
        account_id: caller.accountId,
        type: event.type,
        entity_type: event.entityType,
        entity_id: event.entityId,
        actor_id: caller.personId,
        client_id: caller.clientId,
        before: event.before ? JSON.stringify(event.before) : null,
        after: event.after ? JSON.stringify(event.after) : null,
      })),
    )
    .execute()
  await sql`select pg_notify('event_added', '')`.execute(transaction)
}
