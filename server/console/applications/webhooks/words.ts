import { type Tone, tag } from '#design/components.ts'
import type { Html } from '#design/html.ts'
import { encodeId } from '#ids/encode.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import type { DeliveryState } from '#resources/webhooks/tables.ts'

/** The public id of a webhook, as the API tells it. */
export const idOf = ({ account_id, webhook_id }: Pick<WebhookRow, 'account_id' | 'webhook_id'>): string =>
  encodeId('Webhook', account_id, webhook_id)

/** The address of a webhook's page. */
export const pathOf = (clientId: string, webhook: Pick<WebhookRow, 'account_id' | 'webhook_id'>): string =>
  `/applications/${clientId}/webhooks/${idOf(webhook)}`

/**
 * What a webhook watches. Folders and spaces are named by their ids, as the application knows them: their titles are for
 * people of the account.
 */
export function watched({ account_id, folder_id, is_space_hook, recursive }: WebhookRow): string {
  if (folder_id === null) return 'All its user sees in the account'
  if (is_space_hook) return `The space ${encodeId('Space', account_id, folder_id)}`
  return `The folder ${encodeId('Folder', account_id, folder_id)}${recursive ? ', with all below' : ''}`
}

/** Which events it asked for. */
export const eventsOf = ({ event_types }: WebhookRow): string =>
  event_types === null ? 'All' : event_types.toSorted().join(', ')

/** How a webhook stands, as a mark. */
export const statusTag = ({ status }: WebhookRow): Html => tag(status, status === 'Active' ? 'good' : 'bad')

/** What people call the states of a delivery. */
export const stateNames: Record<DeliveryState, string> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed',
  dropped: 'Dropped',
}
const tones: Record<DeliveryState, Tone> = { waiting: 'warn', delivered: 'good', failed: 'bad', dropped: 'bad' }

export const stateTag = (state: DeliveryState): Html => tag(stateNames[state], tones[state])

/** What the receiver answered, in short. */
export const answerOf = ({ attempts, answer_status }: { attempts: number; answer_status: number | null }): string =>
  attempts === 0 ? '–' : answer_status === null ? 'No answer' : String(answer_status)
