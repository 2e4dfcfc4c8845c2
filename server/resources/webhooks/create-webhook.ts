import { permit, permitAccount } from '#access/permit.ts'
import { invalidParameter, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changed } from '#events/change.ts'
import { shakeHands } from '#webhooks/handshake.ts'
import { itemTypesByIds } from '../custom-item-types/access.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import type { WebhookEventType } from './event-types.ts'
import { webhookEvent } from './events.ts'
import { presentWebhook } from './presenter.ts'
import { beginCursor, countWebhooks } from './queries.ts'
import { checkedUrl } from './receiver.ts'
import type { ParameterisedColumn } from './tables.ts'

type Wanted = Input<typeof contract.createWebhook>

const mostInAccount = 1000
const mostOfOne = 100

/**
 * Registers a receiver. With a secret it is called first, and must show that it knows it.
 *
 * @throws {Refused} `invalid_parameter` for an address that must not be called, `not_allowed` for one webhook too many,
 * `invalid_request` if the receiver does not answer the handshake.
 */
export const createWebhook: Handler<typeof contract.createWebhook> = async ({ caller, input, services }) => {
  const may = permitAccount(caller, 'ownWebhooks')
  const folderId = input.folderId ?? input.spaceId
  if (input.folderId !== undefined) await permit(caller, 'read', { folder: input.folderId })
  if (input.spaceId !== undefined) await permitSpace(caller, 'read', input.spaceId)
  if (input.recursive !== undefined && input.folderId === undefined)
    throw invalidParameter("Parameter 'recursive' is for webhooks of folders")
  if (input.customItemTypes) await itemTypesByIds(caller, input.customItemTypes)
  const url = checkedUrl(services.outbound, input.hookUrl)
  const { all, own } = await countWebhooks(caller)
  if (all >= mostInAccount || own >= mostOfOne)
    throw notAllowed(`At most ${mostOfOne} webhooks for a user and an application, ${mostInAccount} in an account`)
  if (input.secret !== undefined) await shakeHands(services.outbound, url.href, input.secret)

  return change(caller, async (rows) => {
    await beginCursor(rows, caller.accountId)
    const webhook = await rows.insert('webhook', may, {
      person_id: caller.personId,
      client_id: caller.clientId === '' ? null : caller.clientId,
      folder_id: folderId ?? null,
      is_space_hook: input.spaceId !== undefined,
      hook_url: input.hookUrl,
      host: url.host,
      secret: input.secret ?? null,
      recursive: input.recursive ?? input.spaceId !== undefined,
      event_types: chosenEvents(input),
      parameterised: JSON.stringify(parameterised(input)) as never,
      custom_item_type_ids: input.customItemTypes ?? null,
    })
    return changed({ data: [presentWebhook(caller, webhook)] }, webhookEvent('WebhookCreated', webhook))
  })
}

/** Those named; with `parameterisedEvents` alone, theirs; else all. */
function chosenEvents({ events, parameterisedEvents }: Wanted): WebhookEventType[] | null {
  if (!events && !parameterisedEvents) return null
  const named = (parameterisedEvents ?? []).map(({ eventType }) => eventType)
  return [...new Set([...(events ?? []), ...named])]
}

function parameterised({ parameterisedEvents }: Wanted): ParameterisedColumn[] | null {
  if (!parameterisedEvents) return null
  if (new Set(parameterisedEvents.map(({ eventType }) => eventType)).size < parameterisedEvents.length)
    throw invalidParameter("Parameter 'parameterisedEvents' value is invalid: it names an event type twice")
  return parameterisedEvents.map(({ eventType, fields, filter }) => {
    if (filter?.customFields && !eventType.endsWith('CustomFieldChanged'))
      throw invalidParameter(
        `Parameter 'parameterisedEvents' value is invalid: ${eventType} has no filter by customFields`,
      )
    if (filter?.recurrent !== undefined && eventType !== 'TaskCreated')
      throw invalidParameter(`Parameter 'parameterisedEvents' value is invalid: ${eventType} has no filter 'recurrent'`)
    return { eventType, ...(fields ? { fields } : {}), ...(filter ? { filter } : {}) }
  })
}
