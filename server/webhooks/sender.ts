import type { Services } from '#http/services.ts'
import { type Claimed, claimDue } from './claim.ts'
import { tellOwner } from './notice.ts'
import { mostAttempts, waitMs } from './outcome.ts'
import { repeated } from './repeated.ts'
import { send } from './send.ts'
import { type Ending, settle, settleSuspended, settleUntouched } from './settle.ts'

const mostAtOnce = 50
const mostOfHost = 5
const lookAgainMs = 1000
/** Requests that end within this time are settled together; their webhooks' next ones wait for it. */
const settleAfterMs = 20
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
 *
 * What is due is claimed together, and what has ended since the last time is written down together: the more there is to
 * do, the more each of the two statements does.
 */
export function startSender(services: Services, retryDelaysMs: readonly number[]): Sender {
  const { database } = services.store
  const underWay = new Map<string, number>()
  const working = new Set<Promise<void>>()
  const stopping = new AbortController()
  let ended: Ending[] = []
  let closing = false

  const claiming = inTurn(async () => {
    const free = mostAtOnce - working.size
    if (closing || free <= 0) return
    for (const webhook of await claimDue(database, { free, perHost: mostOfHost, underWay })) begin(webhook)
  })
  const settling = inTurn(async () => {
    const endings = ended
    ended = []
    try {
      await settle(database, endings)
    } catch (error) {
      // The next time. Should that be too late, the leases end, and the deliveries are sent again.
      ended = [...endings, ...ended]
      throw error
    }
    for (const ending of endings) if (ending.outcome === 'again') setTimeout(wake, ending.afterMs + 1).unref()
    if (endings.length > 0) claiming.wake()
  }, settleAfterMs)
  function inTurn(work: () => Promise<void>, pauseMs = 0) {
    return repeated(work, (error) => services.log.warn({ err: error }, 'webhooks wait'), pauseMs)
  }
  function wake(): void {
    settling.wake()
    claiming.wake()
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
    const { delivery } = webhook
    if (!delivery) return void (await settleUntouched(database, webhook))
    const { outcome, answer, retryAfter } = await send(services.outbound, webhook, delivery, stopping.signal)
    const one = { webhook, deliveryId: delivery.delivery_id }
    const attempt = delivery.attempts + 1
    if (stopping.signal.aborted && answer.status === null) ended.push({ ...one, outcome: 'unsure' })
    else if (outcome === 'delivered') ended.push({ ...one, outcome, answer })
    else if (outcome === 'again' && attempt < mostAttempts)
      ended.push({ ...one, outcome, answer, afterMs: waitMs(attempt, retryDelaysMs, retryAfter) })
    else {
      const because = reason(answer.status, answer.text, attempt)
      if (await settleSuspended(database, webhook, delivery.delivery_id, answer, because))
        await tellOwner(services, webhook, because)
    }
  }

  const timer = setInterval(wake, lookAgainMs).unref()
  return {
    wake: claiming.wake,
    async stop() {
      clearInterval(timer)
      closing = true
      await claiming.idle()
      await Promise.race([Promise.all(working), new Promise((resolve) => setTimeout(resolve, graceMs).unref())])
      stopping.abort()
      await Promise.all(working)
      settling.wake()
      await settling.idle()
    },
  }
}

const reason = (status: number | null, text: string, attempt: number): string =>
  status === null
    ? `no answer after ${attempt} attempts: ${text.slice(0, 200)}`
    : `the receiver answered ${status}${attempt === 1 ? '' : ` at attempt ${attempt}`}`
