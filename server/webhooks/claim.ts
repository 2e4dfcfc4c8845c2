import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import type { WebhookTables } from '#resources/webhooks/tables.ts'
import { mostCharacters, mostEvents } from './queue.ts'

export type Delivery = Selectable<WebhookTables['webhook_delivery']>

/** A webhook that this process may send to until its lease ends. */
export interface Claimed extends WebhookRow {
  /** It was taken from a process that died or stopped while it sent: nobody knows whether the receiver got the delivery. */
  unsure: boolean
}

/** An attempt takes at most ten seconds; a process that holds a webhook longer than this is taken for dead. */
const leaseSeconds = 15

/**
 * Takes webhooks whose first delivery is due, at most `free` of them and at most `perHost` of each host, counting those
 * that are under way. Each is then this process's until the lease ends.
 */
export async function claimDue(
  database: Kysely<Database>,
  free: number,
  perHost: number,
  underWay: ReadonlyMap<string, number>,
): Promise<Claimed[]> {
  const busy = [...underWay].filter(([, count]) => count >= perHost).map(([host]) => host)
  const { rows: due } = await sql<Pick<Claimed, 'account_id' | 'webhook_id' | 'host' | 'unsure'>>`
    select account_id, webhook_id, host, locked_until is not null as unsure from webhook
    where next_at <= now() and status = 'Active' and (locked_until is null or locked_until < now())
      and not host = any(${busy}::text[])
    order by next_at limit ${free * 4}`.execute(database)
  const counts = new Map(underWay)
  const chosen = due
    .filter(({ host }) => {
      const count = counts.get(host) ?? 0
      counts.set(host, count + 1)
      return count < perHost
    })
    .slice(0, free)
  if (chosen.length === 0) return []
  const { rows } = await sql<Claimed>`
    update webhook w set locked_until = now() + make_interval(secs => ${leaseSeconds})
    from unnest(${chosen.map((one) => one.account_id)}::bigint[], ${chosen.map((one) => one.webhook_id)}::bigint[],
      ${chosen.map((one) => one.unsure)}::boolean[]) as c(account_id, webhook_id, unsure)
    where w.account_id = c.account_id and w.webhook_id = c.webhook_id
      and w.next_at <= now() and w.status = 'Active' and (w.locked_until is null or w.locked_until < now())
    returning w.*, c.unsure`.execute(database)
  return rows
}

/**
 * The delivery to send now: the first that waits. One that was not tried yet takes along those behind it, so that a
 * receiver that is slow gets few, larger requests. One that the receiver may have got already does not: its key would be
 * the same, and a receiver that drops repeats by it would never see what was added.
 */
export async function headOf(
  database: Kysely<Database>,
  webhook: Claimed,
  together: number,
): Promise<Delivery | undefined> {
  const key = { account_id: webhook.account_id, webhook_id: webhook.webhook_id }
  const waiting = await database
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('account_id', '=', key.account_id)
    .where('webhook_id', '=', key.webhook_id)
    .where('state', '=', 'waiting')
    .orderBy('delivery_id')
    .limit(webhook.unsure ? 1 : together)
    .execute()
  const [head] = waiting
  if (!head || head.attempts > 0) return head
  const joined = joinable(waiting)
  if (joined.length === 1) return head
  const events = joined.flatMap((delivery) => delivery.events as unknown[])
  const [, ...others] = joined.map((delivery) => delivery.delivery_id)
  await sql`with gone as (
      delete from webhook_delivery where account_id = ${key.account_id} and webhook_id = ${key.webhook_id}
        and delivery_id = any(${others}::bigint[])
    )
    update webhook_delivery set events = ${JSON.stringify(events)}::jsonb
    where account_id = ${key.account_id} and webhook_id = ${key.webhook_id} and delivery_id = ${head.delivery_id}`.execute(
    database,
  )
  return { ...head, events }
}

function joinable(waiting: readonly Delivery[]): Delivery[] {
  const joined: Delivery[] = []
  let count = 0
  let characters = 0
  for (const delivery of waiting) {
    const events = delivery.events as unknown[]
    count += events.length
    characters += JSON.stringify(events).length
    if (joined.length > 0 && (delivery.attempts > 0 || count > mostEvents || characters > mostCharacters)) break
    joined.push(delivery)
  }
  return joined
}
