import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Claimed } from './claim.ts'
import { suspend } from './suspend.ts'

/** What a receiver answered; no status if there was no answer. */
export interface Answer {
  status: number | null
  text: string
}

/**
 * How a request ended: the receiver has it, and the next one is due at once; it failed, and is tried again after a while,
 * with what is behind it waiting; or this process stops in its midst, and others take the webhook as if it had died.
 */
export type Ending = { webhook: Claimed; deliveryId: number } & (
  | { outcome: 'delivered'; answer: Answer }
  | { outcome: 'again'; answer: Answer; afterMs: number }
  | { outcome: 'unsure' }
)

/**
 * Writes down how requests ended, in one statement whatever their number. Of a webhook that another process has claimed
 * since (the lease had run out), or that was suspended meanwhile, only the delivery is written.
 *
 * What is put into a queue at this moment is not among the deliveries that the statement sees; the webhook's row, which it
 * waits for, tells of it (`last_delivery_id`).
 *
 * Plan: primary keys, and `webhook_delivery_waiting` for what is behind (`indexes.test.ts`).
 */
export async function settle(database: Kysely<Database>, endings: readonly Ending[]): Promise<void> {
  if (endings.length > 0) await settling(endings).execute(database)
}

/** The statement of `settle`. */
export function settling(endings: readonly Ending[]) {
  const column = <T>(of: (ending: Ending) => T): T[] => endings.map(of)
  const answer = (ending: Ending) => ('answer' in ending ? ending.answer : undefined)
  return sql`
    with ended as (
      select * from unnest(
        ${column(({ webhook }) => webhook.account_id)}::bigint[], ${column(({ webhook }) => webhook.webhook_id)}::bigint[],
        ${column(({ webhook }) => webhook.lease)}::timestamptz[], ${column(({ deliveryId }) => deliveryId)}::bigint[],
        ${column(({ outcome }) => outcome)}::text[], ${column((one) => answer(one)?.status ?? null)}::int[],
        ${column((one) => answer(one)?.text ?? null)}::text[],
        ${column((one) => ('afterMs' in one ? one.afterMs : 0))}::float[]
      ) as e(account_id, webhook_id, lease, delivery_id, outcome, status, answer, after_ms)
    ), locked as (
      -- In order, as dispatching does.
      select e.*, w.locked_until is not distinct from e.lease as is_ours from webhook w
      join ended e on e.account_id = w.account_id and e.webhook_id = w.webhook_id
      order by w.account_id, w.webhook_id for no key update of w
    ), delivery as (
      update webhook_delivery d set attempts = d.attempts + 1, answer_status = l.status, answer = l.answer,
        state = case when l.outcome = 'delivered' then 'delivered' else d.state end,
        ended_at = case when l.outcome = 'delivered' then now() else d.ended_at end
      from locked l
      where d.account_id = l.account_id and d.webhook_id = l.webhook_id and d.delivery_id = l.delivery_id
        and l.outcome <> 'unsure' and d.state in ('waiting', 'dropped') and (l.is_ours or l.outcome = 'delivered')
    )
    update webhook w set
      locked_until = case when l.outcome = 'unsure' and w.status = 'Active' then clock_timestamp() end,
      next_at = case
        when w.status <> 'Active' then null
        when l.outcome = 'unsure' then w.next_at
        when l.outcome = 'again' then clock_timestamp() + make_interval(secs => l.after_ms / 1000)
        when w.last_delivery_id > l.delivery_id or exists (
          select from webhook_delivery d where d.account_id = l.account_id and d.webhook_id = l.webhook_id
            and d.state = 'waiting' and d.delivery_id > l.delivery_id
        ) then clock_timestamp()
      end
    from locked l where w.account_id = l.account_id and w.webhook_id = l.webhook_id and l.is_ours`
}

/** It was given up: the webhook is suspended, and all that waits for it is dropped. False if others did so meanwhile. */
export const settleSuspended = (
  database: Kysely<Database>,
  webhook: Claimed,
  deliveryId: number,
  answer: Answer,
  because: string,
) =>
  withLocked(database, webhook, async (transaction) => {
    await sql`update webhook_delivery set state = 'failed', attempts = attempts + 1, ended_at = now(),
        answer_status = ${answer.status}, answer = ${answer.text}
      where account_id = ${webhook.account_id} and webhook_id = ${webhook.webhook_id} and delivery_id = ${deliveryId}
        and state in ('waiting', 'dropped')`.execute(transaction)
    await suspend(transaction, [webhook], because, { personId: null, clientId: null })
  })

/** Nothing waited: others may take the webhook, if something waits by now. */
export const settleUntouched = (database: Kysely<Database>, webhook: Claimed) =>
  withLocked(database, webhook, async (transaction) => {
    await sql`update webhook w set locked_until = null, next_at = case when w.status = 'Active' and exists (
          select from webhook_delivery d
          where d.account_id = w.account_id and d.webhook_id = w.webhook_id and d.state = 'waiting'
        ) then clock_timestamp() end
      where w.account_id = ${webhook.account_id} and w.webhook_id = ${webhook.webhook_id}`.execute(transaction)
  })

/** Runs `work` alone with the webhook's row, if the webhook is still there and this process's. */
async function withLocked(
  database: Kysely<Database>,
  webhook: Claimed,
  work: (transaction: Kysely<Database>) => Promise<void>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    // Dispatching takes the row before it writes deliveries: whoever has it sees them all.
    const { rows } = await sql`select 1 from webhook
      where account_id = ${webhook.account_id} and webhook_id = ${webhook.webhook_id}
        and locked_until = ${webhook.lease}::timestamptz for update`.execute(transaction)
    if (rows.length > 0) await work(transaction)
    return rows.length > 0
  })
}
