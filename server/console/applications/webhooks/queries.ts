import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { decodeId } from '#ids/decode.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import type { DeliveryState } from '#resources/webhooks/tables.ts'

/** A webhook of an application, and whose it is. */
export type OwnedWebhook = WebhookRow & { accountName: string; ownerName: string; ownerEmail: string }

/** The webhooks of an application in all accounts that let it in, newest first; at most so many. */
export const listWebhooks = (database: Kysely<Database>, clientId: string, most: number): Promise<OwnedWebhook[]> =>
  webhooksOf(database, clientId).orderBy('webhook.webhook_id', 'desc').limit(most).execute()

/** One of them by its public id; undefined also if it is of another application. */
export async function findWebhook(
  database: Kysely<Database>,
  clientId: string,
  id: string,
): Promise<OwnedWebhook | undefined> {
  const decoded = decodeId('Webhook', id)
  if (!decoded) return undefined
  const { accountId, number } = decoded
  return webhooksOf(database, clientId)
    .where('webhook.webhook_id', '=', number)
    .$if(accountId !== undefined, (query) => query.where('webhook.account_id', '=', accountId as number))
    .executeTakeFirst()
}

const webhooksOf = (database: Kysely<Database>, clientId: string) =>
  database
    .selectFrom('webhook')
    .innerJoin('account', 'account.account_id', 'webhook.account_id')
    .innerJoin('person', 'person.person_id', 'webhook.person_id')
    .selectAll('webhook')
    .select((all) => [
      'account.name as accountName',
      'person.email as ownerEmail',
      all.fn<string>('concat_ws', [all.val(' '), 'person.first_name', 'person.last_name']).as('ownerName'),
    ])
    .where('webhook.client_id', '=', clientId)

/** Which of a webhook's deliveries, newest first: of one state or of all, and older than one of them. */
export interface DeliveryFilter {
  state: DeliveryState | undefined
  before: number | undefined
}

/** A page of a webhook's deliveries, with one more if there are more. */
export const listDeliveries = (
  database: Kysely<Database>,
  webhook: WebhookRow,
  { state, before }: DeliveryFilter,
  size: number,
) =>
  deliveriesOf(database, webhook)
    .select(['delivery_id', 'state', 'attempts', 'answer_status', 'answer', 'created_at', 'ended_at'])
    .select(({ fn }) => [fn<number>('jsonb_array_length', ['events']).as('count'), 'repeats_delivery_id'])
    .$if(state !== undefined, (query) => query.where('state', '=', state as DeliveryState))
    .$if(before !== undefined, (query) => query.where('delivery_id', '<', before as number))
    .orderBy('delivery_id', 'desc')
    .limit(size + 1)
    .execute()
export type ListedDelivery = Awaited<ReturnType<typeof listDeliveries>>[number]

/** One delivery of a webhook, with what it holds. */
export const findDelivery = (database: Kysely<Database>, webhook: WebhookRow, deliveryId: number) =>
  deliveriesOf(database, webhook).selectAll().where('delivery_id', '=', deliveryId).executeTakeFirst()
export type FoundDelivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>

const deliveriesOf = (database: Kysely<Database>, { account_id, webhook_id }: WebhookRow) =>
  database.selectFrom('webhook_delivery').where('account_id', '=', account_id).where('webhook_id', '=', webhook_id)
