import type { EventRecord } from '#events/change.ts'
import type { WebhookRow } from './queries.ts'

/** A webhook was made, suspended (and why, if not by hand), brought back or ended. */
export const webhookEvent = (
  type: 'WebhookCreated' | 'WebhookStatusChanged' | 'WebhookDeleted',
  webhook: Pick<WebhookRow, 'webhook_id' | 'folder_id' | 'host' | 'status'>,
  because?: string,
): EventRecord => ({
  type,
  entityType: 'webhook',
  entityId: webhook.webhook_id,
  [type === 'WebhookDeleted' ? 'before' : 'after']: {
    folderId: webhook.folder_id,
    host: webhook.host,
    status: webhook.status,
    ...(because === undefined ? {} : { because }),
  },
})
