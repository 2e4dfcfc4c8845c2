import type { WebhookEventType } from '#resources/webhooks/event-types.ts'
import type { Answered, Data } from '../client.ts'
import type { WebhookWorld } from '../webhook-world.ts'

/** Members of an event beyond those that all have, as public facts of the original tell them. */
export type Members = Record<string, unknown>

/**
 * One way in which an event comes about, over the API. First all it needs is made; what that returns is done while a
 * webhook listens, and says what the webhook must be told: the event's own members, by whom if not by Anna.
 */
export interface Cause {
  eventType: WebhookEventType
  /** What is done, as the end of a test's name. */
  when: string
  prepare: (world: WebhookWorld) => Promise<() => Promise<Members>>
}

export const cause = (eventType: WebhookEventType, when: string, prepare: Cause['prepare']): Cause => ({
  eventType,
  when,
  prepare,
})

/** The first row of an answer. @throws if it is a refusal */
export async function row(answer: Promise<Answered>): Promise<Data> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
