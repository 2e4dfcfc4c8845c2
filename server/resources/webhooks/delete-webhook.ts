import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { webhooksByIds } from './access.ts'
import type * as contract from './contract.ts'
import { webhookEvent } from './events.ts'
import type { WebhookRow } from './queries.ts'

/** Ends a webhook at once, with all that waits for it; a delivery that is under way may still arrive. */
export const deleteWebhook: Handler<typeof contract.deleteWebhook> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'ownWebhooks')
  const [before] = (await webhooksByIds(caller, [input.webhookId])) as [WebhookRow]
  return change(caller, async (rows) => {
    await rows.delete('webhook', may, { webhook_id: before.webhook_id })
    return changed({ data: [] }, webhookEvent('WebhookDeleted', before))
  })
}
