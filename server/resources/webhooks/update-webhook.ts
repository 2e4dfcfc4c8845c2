import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { change, changed, changedBy } from '#events/change.ts'
import { shakeHands } from '#webhooks/handshake.ts'
import { webhooksByIds } from './access.ts'
import type * as contract from './contract.ts'
import { webhookEvent } from './events.ts'
import { presentWebhook } from './presenter.ts'
import { dropWaiting, type WebhookRow } from './queries.ts'
import { checkedUrl } from './receiver.ts'

/**
 * Suspends a webhook, and drops what waits for it; or brings it back, from now on.
 *
 * @throws {Refused} `invalid_request` if the receiver of one with a secret does not answer the handshake.
 */
export const updateWebhook: Handler<typeof contract.updateWebhook> = async ({ caller, input, services }) => {
  const may = permitAccount(caller, 'ownWebhooks')
  const [before] = (await webhooksByIds(caller, [input.webhookId])) as [WebhookRow]
  const { status } = input
  if (status === 'Active' && before.status === 'Suspended' && before.secret !== null)
    await shakeHands(services.outbound, checkedUrl(services.outbound, before.hook_url).href, before.secret)

  return change(caller, async (rows) => {
    if (status === before.status) return changedBy({ data: [presentWebhook(caller, before)] }, [])
    const [after] = (await rows.update(
      'webhook',
      may,
      { webhook_id: before.webhook_id },
      status === 'Suspended'
        ? { status, suspended_because: 'by hand', next_at: null }
        : { status, suspended_because: null, active_since: sql`clock_timestamp()` as never },
    )) as [WebhookRow]
    // The webhook's row first, as all do who write its deliveries.
    if (status === 'Suspended') await dropWaiting(rows, caller.accountId, before.webhook_id)
    return changed({ data: [presentWebhook(caller, after)] }, webhookEvent('WebhookStatusChanged', after))
  })
}
