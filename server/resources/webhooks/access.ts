import type { Caller } from '#access/caller.ts'
import { notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import { ownWebhooks, type WebhookRow } from './queries.ts'

/**
 * The caller's webhooks with these ids, in their order.
 *
 * @throws {Refused} `resource_not_found` for the first that does not exist or belongs to another user or application.
 */
export async function webhooksByIds(caller: Caller, webhookIds: readonly number[]): Promise<WebhookRow[]> {
  const rows = await ownWebhooks(caller).where('webhook_id', 'in', webhookIds).execute()
  const byId = new Map(rows.map((row) => [row.webhook_id, row]))
  return webhookIds.map((id) => {
    const row = byId.get(id)
    if (!row) throw notFound('Webhook', idAsSent(caller.accountId, 'Webhook', id))
    return row
  })
}
