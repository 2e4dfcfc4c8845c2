import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import type { WebhookTables } from '#resources/webhooks/tables.ts'
import { mostCharacters, mostEvents } from './queue.ts'

export type Delivery = Selectable<WebhookTables['webhook_delivery']>

/** A webhook that this process may send to until its lease ends, with the delivery to send now. */
export interface Claimed
  extends Pick<
    WebhookRow,
    'account_id' | 'webhook_id' | 'person_id' | 'folder_id' | 'hook_url' | 'host' | 'secret' | 'status'
  > {
  /** When the lease ends, as the database writes it; whoever claims the webhook afterwards has another. */
  lease: string
  /** None, should nothing wait after all. */
  delivery: Pick<Delivery, 'delivery_id' | 'idempotency_key' | 'attempts' | 'events'> | undefined
}

/** What a process may claim at this moment. */
export interface Room {
  /** Webhooks at most. */
  free: number
  /** Webhooks of one host at most, with those under way. */
  perHost: number
  underWay: ReadonlyMap<string, number>
}

/** An attempt takes at most ten seconds; a process that holds a webhook longer than this is taken for dead. */
const leaseSeconds = 15
/** Deliveries that are looked at to be joined into one request. */
const together = 100

/**
 * Takes webhooks whose first delivery is due, as many as there is room for, and joins what waits for each: one statement,
 * whatever their number. Each is then this process's until the lease ends.
 *
 * A delivery that was not tried yet goes along with those behind it, so that a receiver that is slow gets few, larger
 * requests. One that the receiver may have got already does not: its key would be the same, and a receiver that drops
 * repeats by it would never see what was added. So what has been joined stays joined, with the key of the last.
 *
 * A row is taken only if its newest version is due at the beginning of this statement, and every writer sets `next_at` to
 * the moment at which it writes (`clock_timestamp`) or later: so no other process has served the webhook since, and the
 * deliveries that this statement sees are those that wait.
 *
 * Plan: `webhook_due`, then for each webhook `webhook_delivery_waiting`; the rest by primary keys (`indexes.test.ts`).
 */
export async function claimDue(database: Kysely<Database>, room: Room): Promise<Claimed[]> {
  const { rows } = await claiming(room).execute(database)
  return rows.map(({ delivery_id, idempotency_key, attempts, events, ...webhook }) => ({
    ...webhook,
    delivery: delivery_id === null ? undefined : { delivery_id, idempotency_key, attempts, events },
  }))
}

/** The statement of `claimDue`. */
export function claiming({ free, perHost, underWay }: Room) {
  const busy = [...underWay].filter(([, count]) => count >= perHost).map(([host]) => host)
  return sql<Omit<Claimed, 'delivery'> & NonNullable<Claimed['delivery']>>`
    with due as (
      select account_id, webhook_id, host, next_at from webhook
      where next_at <= now() and status = 'Active' and (locked_until is null or locked_until < now())
        and not host = any(${busy}::text[])
      order by next_at limit ${free * 4}
    ), placed as (
      select due.*, row_number() over (partition by host order by next_at) + coalesce(u.count, 0) as place
      from due left join unnest(${[...underWay.keys()]}::text[], ${[...underWay.values()]}::int[]) as u(host, count)
        using (host)
    ), chosen as (
      select account_id, webhook_id from placed where place <= ${perHost} order by next_at limit ${free}
    ), taken as (
      select account_id, webhook_id, w.locked_until is not null as unsure
      from webhook w join chosen using (account_id, webhook_id)
      -- Asked so that its index is of no use: each is to be found by its key.
      where coalesce(w.next_at, 'infinity') <= now() and w.status = 'Active' and (w.locked_until is null or w.locked_until < now())
      for no key update of w skip locked
    ), claimed as (
      -- It was taken from a process that died or stopped while it sent: nobody knows whether the receiver got the delivery.
      update webhook w set locked_until = now() + make_interval(secs => ${leaseSeconds}) from taken t
      where w.account_id = t.account_id and w.webhook_id = t.webhook_id
      returning w.account_id, w.webhook_id, w.person_id, w.folder_id, w.hook_url, w.host, w.secret, w.status,
        w.locked_until::text as lease, t.unsure
    ), waiting as (
      select d.*, row_number() over queue as place,
        count(*) filter (where d.attempts > 0 or d.repeats_delivery_id is not null) over queue as alone,
        sum(jsonb_array_length(d.events)) over queue as count,
        sum(length(d.events::text)) over queue as characters
      from claimed c cross join lateral (
        select * from webhook_delivery d
        where d.account_id = c.account_id and d.webhook_id = c.webhook_id and d.state = 'waiting'
        order by d.delivery_id limit case when c.unsure then 1 else ${together}::int end
      ) d
      window queue as (partition by d.account_id, d.webhook_id order by d.delivery_id)
    ), part as (
      select * from waiting
      where place = 1 or (alone = 0 and count <= ${mostEvents} and characters <= ${mostCharacters})
    ), whole as (
      select account_id, webhook_id, max(delivery_id) as delivery_id, min(created_at) as created_at
      from part group by account_id, webhook_id having count(*) > 1
    ), joined as (
      update webhook_delivery d set created_at = whole.created_at, events = (
        select jsonb_agg(event order by part.delivery_id, number)
        from part cross join jsonb_array_elements(part.events) with ordinality as one(event, number)
        where part.account_id = d.account_id and part.webhook_id = d.webhook_id
      ) from whole
      where d.account_id = whole.account_id and d.webhook_id = whole.webhook_id and d.delivery_id = whole.delivery_id
      returning d.account_id, d.webhook_id, d.delivery_id, d.idempotency_key, d.attempts, d.events
    ), gone as (
      delete from webhook_delivery d using part, whole
      where part.account_id = whole.account_id and part.webhook_id = whole.webhook_id
        and part.delivery_id < whole.delivery_id
        and d.account_id = part.account_id and d.webhook_id = part.webhook_id and d.delivery_id = part.delivery_id
    )
    select c.*, first.delivery_id, first.idempotency_key, first.attempts, first.events from claimed c
    left join (
      select * from joined
      union all
      select account_id, webhook_id, delivery_id, idempotency_key, attempts, events from part
      where (account_id, webhook_id) not in (select account_id, webhook_id from whole)
    ) first using (account_id, webhook_id)`
}
