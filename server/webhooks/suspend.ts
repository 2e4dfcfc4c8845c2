import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Actor, recordEvents } from '#events/outbox.ts'
import { webhookEvent } from '#resources/webhooks/events.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'

/** Suspends webhooks, which the transaction has locked: what waits for them is dropped, and an event says why. */
export async function suspend(
  transaction: Kysely<Database>,
  webhooks: readonly Pick<WebhookRow, 'account_id' | 'webhook_id' | 'folder_id' | 'host' | 'status'>[],
  because: string,
  by: Omit<Actor, 'accountId'>,
): Promise<void> {
  for (const [accountId, own] of Map.groupBy(webhooks, (webhook) => webhook.account_id)) {
    const which = sql`account_id = ${accountId} and webhook_id = any(${own.map((one) => one.webhook_id)}::bigint[])`
    await sql`update webhook set status = 'Suspended', suspended_because = ${because}, next_at = null, locked_until = null
      where ${which}`.execute(transaction)
    await sql`update webhook_delivery set state = 'dropped', ended_at = now() where ${which} and state = 'waiting'`.execute(
      transaction,
    )
    const events = own.map((webhook) =>
      webhookEvent('WebhookStatusChanged', { ...webhook, status: 'Suspended' }, because),
    )
    await recordEvents(transaction, { ...by, accountId }, events)
  }
}

/**
 * Suspends the webhooks of a person for which nothing speaks any longer: the user was switched off, the account
 * blocks the application, or neither a consent nor
 * a permanent token lets the application act for it. An access token that has run out does not matter.
 *
 * Call it in the transaction that takes the access away.
 */
export async function suspendWithoutAccess(
  transaction: Kysely<Database>,
  personId: number,
  byPersonId: number | null,
): Promise<void> {
  const { rows } = await sql<WebhookRow & { is_user: boolean; is_blocked: boolean }>`
    select w.*, u.state = 'active' as is_user, b.client_id is not null as is_blocked from account_user u
    join webhook w on w.account_id = u.account_id and w.person_id = u.person_id
    left join application_block b on b.account_id = w.account_id and b.client_id = w.client_id
    where u.person_id = ${personId} and w.status = 'Active' and not (
      u.state = 'active' and b.client_id is null and (
        exists (select from oauth_grant g where g.client_id = w.client_id and g.person_id = w.person_id
          and g.revoked_at is null and (g.all_accounts or g.account_id = w.account_id))
        or exists (select from access_token t where t.client_id is not distinct from w.client_id and t.person_id = w.person_id
          and t.kind = 'permanent' and (t.all_accounts or t.account_id = w.account_id)
          and (t.expires_at is null or t.expires_at > now()))
      ))
    order by w.account_id, w.webhook_id for update of w`.execute(transaction)
  const by = { personId: byPersonId, clientId: null }
  const [blocked, others] = [rows.filter((row) => row.is_blocked), rows.filter((row) => !row.is_blocked)]
  const [of, ofNobody] = [others.filter((row) => row.is_user), others.filter((row) => !row.is_user)]
  await suspend(transaction, blocked, 'an admin of the account blocked its application', by)
  await suspend(transaction, of, 'its user took back what the application was allowed', by)
  await suspend(transaction, ofNobody, 'its user was deactivated', by)
}

/** Ends the webhooks of an application that is about to be deleted, with all that waits for them. */
export async function removeWebhooks(
  transaction: Kysely<Database>,
  clientId: string,
  byPersonId: number,
): Promise<void> {
  const { rows } = await sql<WebhookRow>`delete from webhook where client_id = ${clientId} returning *`.execute(
    transaction,
  )
  for (const [accountId, own] of Map.groupBy(rows, (webhook) => webhook.account_id)) {
    const events = own.map((webhook) => webhookEvent('WebhookDeleted', webhook))
    await recordEvents(transaction, { accountId, personId: byPersonId, clientId: null }, events)
  }
}
