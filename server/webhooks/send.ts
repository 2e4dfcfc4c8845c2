import { encodeId } from '#ids/encode.ts'
import type { Outbound } from '#outbound/outbound.ts'
import { BlockedAddress } from '#outbound/outbound.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import type { Delivery } from './claim.ts'
import { judge, type Outcome } from './outcome.ts'
import type { Answer } from './settle.ts'
import { signedHeaders } from './signature.ts'

const timeoutMs = 10_000
/** So much of an answer is kept for the log of deliveries. */
const keptCharacters = 4096

export interface Attempt {
  outcome: Outcome
  answer: Answer
  retryAfter: string | undefined
}

/** The events of a delivery as its webhook is told them. */
export function eventsFor(
  webhook: Pick<WebhookRow, 'account_id' | 'webhook_id'>,
  delivery: Pick<Delivery, 'events'>,
): object[] {
  const webhookId = encodeId('Webhook', webhook.account_id, webhook.webhook_id)
  return (delivery.events as object[]).map((event) => ({ webhookId, ...event }))
}

/** Sends a delivery once, with more headers if need be. Never throws: what went wrong is in the answer's text. */
export async function send(
  outbound: Outbound,
  webhook: Pick<WebhookRow, 'account_id' | 'webhook_id' | 'hook_url' | 'secret'>,
  delivery: Pick<Delivery, 'events' | 'idempotency_key'>,
  signal: AbortSignal,
  more: Record<string, string> = {},
): Promise<Attempt> {
  const body = JSON.stringify(eventsFor(webhook, delivery))
  const headers = {
    'content-type': 'application/json;charset=UTF-8',
    'user-agent': 'Taskwright-Webhooks/1.0',
    'idempotency-key': delivery.idempotency_key,
    ...more,
    ...(webhook.secret === null ? {} : signedHeaders(webhook.secret, body, delivery.idempotency_key, new Date())),
  }
  try {
    const answer = await outbound.request(webhook.hook_url, { method: 'POST', headers, body, timeoutMs, signal })
    const text = await beginning(answer.body)
    const retryAfter = answer.headers['retry-after']
    return {
      outcome: judge(answer.statusCode),
      answer: { status: answer.statusCode, text },
      retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
    }
  } catch (error) {
    const text = error instanceof Error ? error.message.slice(0, keptCharacters) : 'no answer'
    // An address that must not be called will not become another by waiting.
    const isBlocked = error instanceof BlockedAddress
    return { outcome: isBlocked ? 'refused' : 'again', answer: { status: null, text }, retryAfter: undefined }
  }
}

/** The beginning of an answer; the rest is not read. */
async function beginning(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of body) {
    parts.push(part)
    length += part.length
    if (length >= keptCharacters) break
  }
  // U+0000 has no place in a text of PostgreSQL.
  return Buffer.concat(parts).toString('utf8').slice(0, keptCharacters).replaceAll('\0', '')
}
