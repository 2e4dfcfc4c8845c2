import type { Static } from 'typebox'
import { arrayOf, boolean, idText, idTexts, model, oneOfText, opaque, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { flag, id, ids, listOf, optional as maybe, object, oneOf, text } from '#contract/parameters.ts'
import { webhookEventTypes } from './event-types.ts'

const statuses = ['Active', 'Suspended'] as const

/** Members of the item that an event can carry along, as they are when it is sent. */
export const extraFields = ['title', 'status', 'dates', 'responsibleIds', 'project', 'customFields'] as const
export type ExtraField = (typeof extraFields)[number]

const ParameterisedEvent = model('ParameterisedEvent', {
  eventType: oneOfText(webhookEventTypes),
  fields: optional(arrayOf(oneOfText(extraFields))),
  filter: optional(opaque()),
})

export const Webhook = model('Webhook', {
  id: idText('Webhook'),
  accountId: idText('Account'),
  folderId: optional(idText('Folder')),
  spaceId: optional(idText('Space')),
  hookUrl: string(),
  events: optional(arrayOf(oneOfText(webhookEventTypes))),
  recursive: optional(boolean()),
  parameterisedEvents: optional(arrayOf(ParameterisedEvent)),
  customItemTypes: optional(idTexts('CustomItemType')),
  status: oneOfText(statuses),
})

const parameterisedEvent = () =>
  object({
    eventType: oneOf(webhookEventTypes),
    fields: maybe(listOf(oneOf(extraFields), { description: 'Members of the item to send along' })),
    filter: maybe(
      object(
        { customFields: maybe(ids('CustomField', { maxItems: 100 })), recurrent: maybe(flag()) },
        {
          description:
            'Of custom field events: only these fields. Of TaskCreated: only recurrent tasks, or only others',
        },
      ),
    ),
  })
export type ParameterisedEventInput = Static<ReturnType<typeof parameterisedEvent>>

export const createWebhook = operation({
  id: 'createWebhook',
  method: 'POST',
  paths: ['/folders/{folderId}/webhooks', '/spaces/{spaceId}/webhooks', '/webhooks'],
  summary: 'Registers a receiver of events',
  description:
    'Of one folder, of one space, or of all that the caller sees in the account. With a secret the receiver is asked to show that it knows it before this call answers.',
  scopes: writeScopes,
  kinds: { webhooks: Webhook },
  parameters: {
    folderId: maybe(id('Folder')),
    spaceId: maybe(id('Space')),
    hookUrl: text({ minLength: 1, maxLength: 2000, description: 'Public address, port 80 or 443' }),
    secret: maybe(
      text({ minLength: 1, maxLength: 256, pattern: '^[\\x21-\\x7e]+$', description: 'Key of the signatures' }),
    ),
    events: maybe(listOf(oneOf(webhookEventTypes), { minItems: 1, description: 'All, if left out' })),
    recursive: maybe(flag({ description: 'Of a folder: with all that lies below it' })),
    parameterisedEvents: maybe(listOf(parameterisedEvent(), { minItems: 1, maxItems: 100 })),
    customItemTypes: maybe(ids('CustomItemType', { maxItems: 100, description: 'Only items of these types' })),
  },
})

export const queryWebhooks = operation({
  id: 'queryWebhooks',
  method: 'GET',
  paths: ['/webhooks'],
  summary: "The caller's webhooks of this application",
  scopes: readScopes,
  kinds: { webhooks: Webhook },
  parameters: {},
})

export const getWebhooks = operation({
  id: 'getWebhooks',
  method: 'GET',
  paths: ['/webhooks/{webhookIds}'],
  summary: 'Webhooks by id',
  scopes: readScopes,
  kinds: { webhooks: Webhook },
  parameters: { webhookIds: ids('Webhook', { maxItems: 100 }) },
})

export const updateWebhook = operation({
  id: 'updateWebhook',
  method: 'PUT',
  paths: ['/webhooks/{webhookId}'],
  summary: 'Suspends a webhook or brings it back',
  description:
    'What happens while it is suspended is never reported. One with a secret comes back only if its receiver shows that it knows it.',
  scopes: writeScopes,
  kinds: { webhooks: Webhook },
  parameters: { webhookId: id('Webhook'), status: oneOf(statuses) },
})

export const deleteWebhook = operation({
  id: 'deleteWebhook',
  method: 'DELETE',
  paths: ['/webhooks/{webhookId}'],
  summary: 'Ends a webhook',
  scopes: writeScopes,
  kinds: { webhooks: Webhook },
  parameters: { webhookId: id('Webhook') },
})
