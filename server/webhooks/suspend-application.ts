import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordEvents } from '#events/outbox.ts'
import { webhookEvent } from '#resources/webhooks/events.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import { suspend, suspendWithoutAccess } from './suspend.ts'

/** Tells these webhooks, which come back with their application, from those that somebody else suspended. */
const because = 'its application was suspended'

/**
 * Suspends the active webhooks of an application, as if it had lost its access: what waits for them is dropped, and what
 * happens meanwhile is not reported. For the transaction that suspends the application.
 */
export async function suspendWebhooksOf(
  transaction: Kysely<Database>,
  clientId: string,
  byPersonId: number | null,
): Promise<void> {
  const { rows } = await sql<WebhookRow>`select * from webhook where client_id = ${clientId} and status = 'Active'
    order by account_id, webhook_id for update`.execute(transaction)
  await suspend(transaction, rows, because, { personId: byPersonId, clientId: null })
}

/** Brings them back, from now on; but for those whose users have taken back what they allowed, or are gone. */
export async function resumeWebhooksOf(
  transaction: Kysely<Database>,
  clientId: string,
  byPersonId: number | null,
): Promise<void> {
  const { rows } = await sql<WebhookRow>`
    update webhook set status = 'Active', suspended_because = null, active_since = clock_timestamp()
    where client_id = ${clientId} and status = 'Suspended' and suspended_because = ${because} returning *`.execute(
    transaction,
  )
  for (const [accountId, own] of Map.groupBy(rows, (webhook) => webhook.account_id)) {
    const events = own.map((webhook) => webhookEvent('WebhookStatusChanged', webhook))
    await recordEvents(transaction, { accountId, personId: byPersonId, clientId: null }, events)
  }
  for (const personId of new Set(rows.map((webhook) => webhook.person_id)))
    await suspendWithoutAccess(transaction, personId, byPersonId)
}
