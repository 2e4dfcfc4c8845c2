import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { draftsOf, type PlacedEvent, toldTypes } from './drafts.ts'
import { surroundingsOf } from './surroundings.ts'
import { tellingsOf, write } from './tell.ts'

/** At most this many events are looked at in one transaction. */
const batch = 200
/** What happened longer ago is no news: a server that stood still does not flood anybody. */
const freshDays = 3

/**
 * Looks at the events of one account that got their place since it was looked at last, and tells people of them: in one
 * transaction with the new place of the cursor, so that nobody is told twice or left out. Among processes, each account is
 * looked at by one at a time. `resting` names accounts to leave alone.
 *
 * @returns the account, and whether more of its events wait; undefined if there was nothing to look at.
 */
export function dispatchOne(
  database: Kysely<Database>,
  resting: readonly number[],
): Promise<{ accountId: number; isBehind: boolean } | undefined> {
  return database.transaction().execute(async (transaction) => {
    const { rows: cursors } = await sql<{ account_id: number; last_sequence: number }>`
      select c.account_id, c.last_sequence from notification_cursor c
      join event_sequence s on s.account_id = c.account_id and s.last_sequence > c.last_sequence
      where not c.account_id = any(${[...resting]}::bigint[])
      limit 1 for update of c skip locked`.execute(transaction)
    const cursor = cursors[0]
    if (!cursor) return undefined
    const { account_id: accountId, last_sequence } = cursor
    const { rows: events } = await sql<PlacedEvent & { sequence: number; is_fresh: boolean }>`
      select event_id, sequence, occurred_at, type, entity_type, entity_id, actor_id, before, after,
        occurred_at > now() - ${freshDays} * interval '1 day' as is_fresh
      from event where account_id = ${accountId} and sequence > ${last_sequence} order by sequence limit ${batch}`.execute(
      transaction,
    )
    const told = events.filter(({ type, is_fresh }) => is_fresh && toldTypes.includes(type))
    if (told.length > 0) {
      const around = await surroundingsOf(transaction, accountId, told)
      const drafts = told.flatMap((event) => draftsOf(event, around))
      await write(transaction, accountId, await tellingsOf(transaction, accountId, drafts))
    }
    const reached = events.at(-1)?.sequence ?? last_sequence
    await sql`update notification_cursor set last_sequence = ${reached} where account_id = ${accountId}`.execute(
      transaction,
    )
    return { accountId, isBehind: events.length === batch }
  })
}
