import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { ExtraField, Webhook } from './contract.ts'
import { webhookEventTypes } from './event-types.ts'
import type { WebhookRow } from './queries.ts'
import type { ParameterisedColumn } from './tables.ts'

/** Row → Webhook. The secret never leaves the server. */
export function presentWebhook({ accountId }: Caller, row: WebhookRow): Static<typeof Webhook> {
  const { folder_id, custom_item_type_ids } = row
  return {
    id: encodeId('Webhook', accountId, row.webhook_id),
    accountId: encodeAccountId(accountId),
    ...(folder_id === null
      ? {}
      : row.is_space_hook
        ? { spaceId: encodeId('Space', accountId, folder_id) }
        : { folderId: encodeId('Folder', accountId, folder_id), recursive: row.recursive }),
    hookUrl: row.hook_url,
    events: [...(row.event_types ?? webhookEventTypes)],
    ...(row.parameterised === null
      ? {}
      : { parameterisedEvents: row.parameterised.map(presentParameterised(accountId)) }),
    ...(custom_item_type_ids === null
      ? {}
      : { customItemTypes: custom_item_type_ids.map((id) => encodeId('CustomItemType', accountId, id)) }),
    status: row.status,
  }
}

const presentParameterised = (accountId: number) => (one: ParameterisedColumn) => ({
  eventType: one.eventType,
  ...(one.fields ? { fields: one.fields as ExtraField[] } : {}),
  ...(one.filter ? { filter: presentFilter(accountId, one.filter) } : {}),
})

const presentFilter = (accountId: number, { customFields, recurrent }: NonNullable<ParameterisedColumn['filter']>) => ({
  ...(customFields ? { customFields: customFields.map((id) => encodeId('CustomField', accountId, id)) } : {}),
  ...(recurrent === undefined ? {} : { recurrent }),
})
