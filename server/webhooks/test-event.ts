import { randomUUID } from 'node:crypto'
import { formatInstant } from '#contract/dates.ts'
import type { Outbound } from '#outbound/outbound.ts'
import type { WebhookRow } from '#resources/webhooks/queries.ts'
import { type Attempt, eventsFor, send } from './send.ts'

/** Tells a receiver that a request is a test: nothing has happened. */
export const testHeader = 'x-hook-test'

export interface TestResult extends Attempt {
  /** The events that were sent. */
  sent: object[]
  /** Until its answer, in milliseconds. */
  tookMs: number
}

/**
 * Sends a receiver one event of the type `Test`, signed as a delivery is, and marked by the header `X-Hook-Test: 1`.
 * It is no delivery: it is sent once, at once, also to a webhook that is suspended, and its answer suspends nothing.
 */
export async function sendTestEvent(outbound: Outbound, webhook: WebhookRow): Promise<TestResult> {
  const events = [{ eventType: 'Test', lastUpdatedDate: formatInstant(new Date()), test: true }]
  const delivery = { events, idempotency_key: randomUUID() }
  const began = performance.now()
  const attempt = await send(outbound, webhook, delivery, new AbortController().signal, { [testHeader]: '1' })
  const tookMs = Math.round(performance.now() - began)
  return { ...attempt, sent: eventsFor(webhook, delivery), tookMs }
}
