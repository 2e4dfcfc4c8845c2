import type { Services } from '#http/services.ts'
import { message } from '#mail/message.ts'
import { sendMail } from '#mail/send.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'

/** Writes to the owner of a webhook that was suspended, and why. The address is named without its query, which may hold a secret. */
export async function tellOwner(
  services: Services,
  webhook: Pick<WebhookRow, 'person_id' | 'hook_url' | 'host'>,
  because: string,
): Promise<void> {
  const owner = await services.store.database
    .selectFrom('person')
    .select(['email', 'first_name'])
    .where('person_id', '=', webhook.person_id)
    .executeTakeFirst()
  if (!owner) return
  const { origin, pathname } = new URL(webhook.hook_url)
  const words = {
    subject: `A webhook to ${webhook.host} was suspended`,
    paragraphs: [
      `Hello ${owner.first_name},`,
      `deliveries to ${origin}${pathname} have failed, so the webhook was suspended: ${because}.`,
      'What happens meanwhile is not reported to it. When the receiver is well again, set its status to Active through the API.',
    ],
    reason: `Sent by Taskwright at ${services.settings.publicUrl}`,
  }
  await sendMail(services, { to: owner.email, ...message(words) })
}
