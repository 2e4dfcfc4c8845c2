import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { hooksOf, ownersOf } from './audience.ts'
import { addExtraFields } from './extra-fields.ts'
import type { EventRow, Facet } from './facets/facet.ts'
import { facetsOf } from './facets/facets.ts'
import { itemTypes } from './item-types.ts'
import { match } from './match.ts'
import { places } from './places.ts'
import { enqueue } from './queue.ts'
import { sight } from './sight.ts'

/** At most this many events are looked at in one transaction. */
const batch = 200

/**
 * Looks at the events of one account that got their place since it was looked at last, and puts what its webhooks are to be
 * told into their queues: in one transaction with the new place of the cursor, so that nothing is told twice or left out.
 * Among processes, each account is looked at by one at a time. `resting` names accounts to leave alone.
 *
 * @returns the account, and whether more of its events wait; undefined if there was nothing to look at.
 */
export function dispatchOne(
  database: Kysely<Database>,
  descriptionDelayMs: number,
  resting: readonly number[],
): Promise<{ accountId: number; isBehind: boolean } | undefined> {
  return database.transaction().execute(async (transaction) => {
    const cursor = await takeCursor(transaction, resting)
    if (!cursor) return undefined
    const { account_id: accountId, last_sequence } = cursor
    const events = await transaction
      .selectFrom('event')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('sequence', '>', last_sequence)
      .orderBy('sequence')
      .limit(batch)
      .execute()
    const facets = await collect(transaction, accountId, events, descriptionDelayMs)
    if (facets.length > 0) await report(transaction, accountId, facets)
    const reached = events.at(-1)?.sequence ?? last_sequence
    await sql`update webhook_cursor set last_sequence = ${reached} where account_id = ${accountId}`.execute(transaction)
    return { accountId, isBehind: events.length === batch }
  })
}

async function takeCursor(transaction: Kysely<Database>, resting: readonly number[]) {
  const { rows } = await sql<{ account_id: number; last_sequence: number }>`
    select c.account_id, c.last_sequence from webhook_cursor c
    where not c.account_id = any(${[...resting]}::bigint[]) and (
      exists (select from event_sequence s where s.account_id = c.account_id and s.last_sequence > c.last_sequence)
      or exists (select from webhook_late_event l where l.account_id = c.account_id and l.due_at <= now()))
    limit 1 for update of c skip locked`.execute(transaction)
  return rows[0]
}

/** Tells the webhooks that may hear of some facets; no others are read. */
async function report(transaction: Kysely<Database>, accountId: number, facets: readonly Facet[]): Promise<void> {
  const where = await places(transaction, accountId, facets)
  const heard = { types: [...new Set(facets.map(({ eventType }) => eventType))], folders: where.all }
  const owners = await ownersOf(transaction, accountId, heard)
  if (owners.size === 0) return
  const seen = await sight(transaction, accountId, facets, owners)
  const hooks = await hooksOf(transaction, accountId, heard, seen.viewers)
  if (hooks.length === 0) return
  const surroundings = { ...where, ...seen, ...(await itemTypes(transaction, accountId, facets, hooks)) }
  const reports = match(facets, hooks, accountId, surroundings)
  await addExtraFields(transaction, reports)
  await enqueue(transaction, accountId, reports)
}

/** What can be told now. Changes of a task's description wait, and those of some minutes are told as one. */
async function collect(
  transaction: Kysely<Database>,
  accountId: number,
  events: readonly EventRow[],
  descriptionDelayMs: number,
): Promise<Facet[]> {
  const facets = events.flatMap(facetsOf)
  const isLate = ({ eventType }: Facet) => eventType === 'TaskDescriptionChanged'
  for (const { id, event } of facets.filter(isLate)) {
    await sql`insert into webhook_late_event as l (account_id, task_id, actor_id, occurred_at, due_at)
      values (${accountId}, ${id}, ${event.actor_id}, ${event.occurred_at},
        ${new Date(event.occurred_at.getTime() + descriptionDelayMs)})
      on conflict (account_id, task_id) do update set actor_id = excluded.actor_id, occurred_at = excluded.occurred_at`.execute(
      transaction,
    )
  }
  const { rows: due } = await sql<{ task_id: number; actor_id: number | null; occurred_at: Date }>`
    delete from webhook_late_event where account_id = ${accountId} and due_at <= now()
    returning task_id, actor_id, occurred_at`.execute(transaction)
  return [
    ...facets.filter((facet) => !isLate(facet)),
    ...due.map(
      ({ task_id, actor_id, occurred_at }): Facet => ({
        eventType: 'TaskDescriptionChanged',
        on: 'task',
        id: task_id,
        event: { actor_id, occurred_at },
        left: [],
        said: {},
      }),
    ),
  ]
}
