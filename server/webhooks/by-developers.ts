import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Actor, recordEvents } from '#events/outbox.ts'
import type { Services } from '#http/services.ts'
import { webhookEvent } from '#resources/webhooks/events.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import { checkedUrl } from '#resources/webhooks/receiver.ts'
import { shakeHands } from './handshake.ts'
import { suspend, suspendWithoutAccess } from './suspend.ts'

/** What people of an application do with its webhooks in their pages. Each answers what became of the webhook. */
type Key = Pick<WebhookRow, 'account_id' | 'webhook_id'>

/** Suspends it, and drops what waits for it. */
export const suspendByDeveloper = (database: Kysely<Database>, key: Key, personId: number): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const webhook = await lock(transaction, key)
    if (webhook?.status === 'Active')
      await suspend(transaction, [webhook], 'by a developer of its application', by(personId))
  })

/**
 * Brings it back, from now on; one with a secret must answer the handshake first.
 *
 * @returns why it stays suspended, if its user or whoever runs the server forbids it.
 * @throws {Refused} that says what was missing in the answer to the handshake, or what is wrong with the address.
 */
export async function reviveByDeveloper(
  { store: { database }, outbound }: Services,
  before: WebhookRow,
  personId: number,
): Promise<string | undefined> {
  const { href } = checkedUrl(outbound, before.hook_url)
  if (before.secret !== null) await shakeHands(outbound, href, before.secret)
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<WebhookRow>`
      update webhook w set status = 'Active', suspended_because = null, active_since = clock_timestamp()
      where ${isKey(before)} and status = 'Suspended'
        and not exists (select from application a where a.client_id = w.client_id and a.suspended_at is not null)
      returning *`.execute(transaction)
    const [webhook] = rows
    if (webhook)
      await recordEvents(transaction, actor(webhook, personId), [webhookEvent('WebhookStatusChanged', webhook)])
    // Nobody speaks for it if its user has taken back what it allowed: then it is suspended again, for that reason.
    await suspendWithoutAccess(transaction, before.person_id, personId)
    const after = await lock(transaction, before)
    return after?.status === 'Suspended' ? (after.suspended_because ?? '') : undefined
  })
}

/** Ends it, with its deliveries. */
export const deleteByDeveloper = (database: Kysely<Database>, key: Key, personId: number): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const { rows } = await sql<WebhookRow>`delete from webhook w where ${isKey(key)} returning *`.execute(transaction)
    for (const webhook of rows)
      await recordEvents(transaction, actor(webhook, personId), [webhookEvent('WebhookDeleted', webhook)])
  })

/**
 * Queues what a delivery held once more, behind what waits: with the same `Idempotency-Key`, alone in its request, and
 * tried again as any other. False if the webhook is suspended, or the delivery itself still waits or is gone.
 */
export const redeliver = (database: Kysely<Database>, key: Key, deliveryId: number): Promise<boolean> =>
  database.transaction().execute(async (transaction) => {
    const webhook = await lock(transaction, key)
    if (webhook?.status !== 'Active') return false
    const { rows } = await sql`
      with added as (
        insert into webhook_delivery (account_id, webhook_id, idempotency_key, events, repeats_delivery_id)
        select account_id, webhook_id, idempotency_key, events, delivery_id from webhook_delivery w
        where ${isKey(key)} and delivery_id = ${deliveryId} and state <> 'waiting'
        returning delivery_id
      )
      update webhook w set next_at = coalesce(next_at, clock_timestamp()), last_delivery_id = added.delivery_id
      from added where ${isKey(key)} returning pg_notify('webhook_due', '')`.execute(transaction)
    return rows.length > 0
  })

const by = (personId: number) => ({ personId, clientId: null })
const actor = ({ account_id }: Key, personId: number): Actor => ({ accountId: account_id, ...by(personId) })
const isKey = ({ account_id, webhook_id }: Key) => sql`w.account_id = ${account_id} and w.webhook_id = ${webhook_id}`

async function lock(transaction: Transaction<Database>, key: Key): Promise<WebhookRow | undefined> {
  const { rows } = await sql<WebhookRow>`select * from webhook w where ${isKey(key)} for update`.execute(transaction)
  return rows[0]
}
