import type { Services } from '#http/services.ts'
import { type Claimed, claimDue, type Delivery, headOf } from './claim.ts'
import { tellOwner } from './notice.ts'
import { mostAttempts, waitMs } from './outcome.ts'
import { send } from './send.ts'
import { settleAgain, settleDelivered, settleSuspended, settleUnsure, settleUntouched } from './settle.ts'

const mostAtOnce = 50
const mostOfHost = 5
/** Deliveries that are looked at to be joined into one request. */
const together = 100
const lookAgainMs = 1000
/** A stop waits this long for attempts that are under way; the rest goes back to the queue. */
const graceMs = 2000

export interface Sender {
  /** Something is due. */
  wake(): void
  stop(): Promise<void>
}

/**
 * Sends what is due, in order for each webhook, many webhooks at once. A receiver that is slow or away holds back its own
 * webhooks only: each has one request under way, each host five.
 */
export function startSender(services: Services, retryDelaysMs: readonly number[]): Sender {
  const { database } = services.store
  const underWay = new Map<string, number>()
  const working = new Set<Promise<void>>()
  const stopping = new AbortController()
  let looking: Promise<void> | undefined
  let again = false

  const wake = () => {
    again = true
    if (stopping.signal.aborted) return
    looking ??= look().finally(() => {
      looking = undefined
    })
  }
  async function look(): Promise<void> {
    while (again && !stopping.signal.aborted && working.size < mostAtOnce) {
      again = false
      try {
        for (const webhook of await claimDue(database, mostAtOnce - working.size, mostOfHost, underWay)) begin(webhook)
      } catch (error) {
        services.log.warn({ err: error }, 'webhooks wait')
      }
    }
  }
  function begin(webhook: Claimed): void {
    underWay.set(webhook.host, (underWay.get(webhook.host) ?? 0) + 1)
    const work = serve(webhook)
      // Its lease ends by itself, and then it is tried again.
      .catch((error) => services.log.warn({ err: error }, 'a delivery could not be settled'))
      .finally(() => {
        working.delete(work)
        const left = (underWay.get(webhook.host) ?? 1) - 1
        if (left === 0) underWay.delete(webhook.host)
        else underWay.set(webhook.host, left)
        wake()
      })
    working.add(work)
  }

  async function serve(webhook: Claimed): Promise<void> {
    const delivery = await headOf(database, webhook, together)
    if (!delivery) return settleUntouched(database, webhook)
    const { outcome, answer, retryAfter } = await send(services.outbound, webhook, delivery, stopping.signal)
    if (stopping.signal.aborted && answer.status === null) return settleUnsure(database, webhook)
    if (outcome === 'delivered') return settleDelivered(database, webhook, delivery, answer)
    const attempt = delivery.attempts + 1
    if (outcome === 'again' && attempt < mostAttempts) {
      const afterMs = waitMs(attempt, retryDelaysMs, retryAfter)
      await settleAgain(database, webhook, delivery, answer, afterMs)
      setTimeout(wake, afterMs + 1).unref()
      return
    }
    const because = reason(answer.status, answer.text, delivery)
    await settleSuspended(database, webhook, delivery, answer, because)
    await tellOwner(services, webhook, because)
  }

  const timer = setInterval(wake, lookAgainMs).unref()
  return {
    wake,
    async stop() {
      clearInterval(timer)
      await looking
      await Promise.race([Promise.all(working), new Promise((resolve) => setTimeout(resolve, graceMs).unref())])
      stopping.abort()
      await Promise.all(working)
    },
  }
}

const reason = (status: number | null, text: string, delivery: Delivery): string =>
  status === null
    ? `no answer after ${delivery.attempts + 1} attempts: ${text.slice(0, 200)}`
    : `the receiver answered ${status}${delivery.attempts === 0 ? '' : ` at attempt ${delivery.attempts + 1}`}`
