import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import type { Delivery } from './claim.ts'
import { suspend } from './suspend.ts'

/** What a receiver answered; no status if there was no answer. */
export interface Answer {
  status: number | null
  text: string
}

/** Runs `work` alone with the webhook's row, if the webhook is still there. */
async function withLocked(
  database: Kysely<Database>,
  webhook: WebhookRow,
  work: (transaction: Kysely<Database>) => Promise<void>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Dispatching takes the row before it writes deliveries: whoever has it sees them all.
    const { rows } = await sql`select 1 from webhook
      where account_id = ${webhook.account_id} and webhook_id = ${webhook.webhook_id} for update`.execute(transaction)
    if (rows.length > 0) await work(transaction)
  })
}

/** The delivery is done: the next one is due at once. */
export const settleDelivered = (database: Kysely<Database>, webhook: WebhookRow, delivery: Delivery, answer: Answer) =>
  withLocked(database, webhook, async (transaction) => {
    await endDelivery(transaction, delivery, 'delivered', answer)
    await release(transaction, webhook)
  })

/** It failed, and is tried again after a while; what is behind it waits. */
export const settleAgain = (
  database: Kysely<Database>,
  webhook: WebhookRow,
  delivery: Delivery,
  answer: Answer,
  afterMs: number,
) =>
  withLocked(database, webhook, async (transaction) => {
    await sql`update webhook_delivery
      set attempts = attempts + 1, answer_status = ${answer.status}, answer = ${answer.text}
      where ${same(delivery)}`.execute(transaction)
    await sql`update webhook set locked_until = null,
        next_at = case when status = 'Active' then now() + make_interval(secs => ${afterMs / 1000}) end
      where account_id = ${webhook.account_id} and webhook_id = ${webhook.webhook_id}`.execute(transaction)
  })

/** It was given up: the webhook is suspended, and all that waits for it is dropped. */
export const settleSuspended = (
  database: Kysely<Database>,
  webhook: WebhookRow,
  delivery: Delivery,
  answer: Answer,
  because: string,
) =>
  withLocked(database, webhook, async (transaction) => {
    await endDelivery(transaction, delivery, 'failed', answer)
    await suspend(transaction, [webhook], because, { personId: null, clientId: null })
  })

/** This process stops in the midst of a request: others take the webhook as if it had died. */
export const settleUnsure = (database: Kysely<Database>, webhook: WebhookRow) =>
  withLocked(database, webhook, async (transaction) => {
    await sql`update webhook set locked_until = now()
      where account_id = ${webhook.account_id} and webhook_id = ${webhook.webhook_id} and status = 'Active'`.execute(
      transaction,
    )
  })

/** Nothing waits: others may take the webhook. */
export const settleUntouched = (database: Kysely<Database>, webhook: WebhookRow) =>
  withLocked(database, webhook, (transaction) => release(transaction, webhook))

async function release(transaction: Kysely<Database>, { account_id, webhook_id }: WebhookRow): Promise<void> {
  await sql`update webhook w set locked_until = null, next_at = case when w.status = 'Active' and exists (
        select from webhook_delivery d
        where d.account_id = w.account_id and d.webhook_id = w.webhook_id and d.state = 'waiting'
      ) then now() end
    where w.account_id = ${account_id} and w.webhook_id = ${webhook_id}`.execute(transaction)
}

async function endDelivery(
  transaction: Kysely<Database>,
  delivery: Delivery,
  state: 'delivered' | 'failed',
  answer: Answer,
): Promise<void> {
  await sql`update webhook_delivery set state = ${state}, attempts = attempts + 1, ended_at = now(),
      answer_status = ${answer.status}, answer = ${answer.text}
    where ${same(delivery)}`.execute(transaction)
}

const same = ({ account_id, webhook_id, delivery_id }: Delivery) =>
  sql`account_id = ${account_id} and webhook_id = ${webhook_id} and delivery_id = ${delivery_id}`
