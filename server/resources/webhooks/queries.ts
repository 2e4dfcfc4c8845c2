import { type Selectable, sql } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { Rows } from '#events/rows.ts'
import type { WebhookTables } from './tables.ts'

export type WebhookRow = Selectable<WebhookTables['webhook']>

/** The webhooks of the caller and its application, oldest first; those of others do not exist for it. */
export const ownWebhooks = (caller: Caller) =>
  connectionOf(caller)
    .selectFrom('webhook')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('client_id', caller.clientId === '' ? 'is' : '=', caller.clientId === '' ? null : caller.clientId)
    .where('person_id', '=', caller.personId)
    .orderBy('webhook_id')

/** Numbers of webhooks in the account, and of this caller and application. */
export async function countWebhooks(caller: Caller): Promise<{ all: number; own: number }> {
  const { rows } = await sql<{ all: number; own: number }>`
    select count(*) as all,
      count(*) filter (where coalesce(client_id, '') = ${caller.clientId} and person_id = ${caller.personId}) as own
    from webhook where account_id = ${caller.accountId}`.execute(connectionOf(caller))
  return rows[0] as { all: number; own: number }
}

/** From the account's first webhook on its events are looked at, beginning with the next one. */
export async function beginCursor(rows: Rows, accountId: number): Promise<void> {
  await sql`insert into webhook_cursor (account_id, last_sequence)
    values (${accountId}, coalesce((select last_sequence from event_sequence where account_id = ${accountId}), 0))
    on conflict do nothing`.execute(connectionOf(rows))
}

/** What waits for a webhook is never sent. */
export async function dropWaiting(rows: Rows, accountId: number, webhookId: number): Promise<void> {
  await connectionOf(rows)
    .updateTable('webhook_delivery')
    .set({ state: 'dropped', ended_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute()
}
