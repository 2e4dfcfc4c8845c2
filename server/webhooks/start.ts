import { sql } from 'kysely'
import type { Services } from '#http/services.ts'
import { dispatchOne } from './dispatch.ts'
import { startSender } from './sender.ts'

const lookAgainMs = 1000
/**
 * An account that was looked at rests so long, so that the events of a busy one are looked at together: each look reads
 * all its webhooks. The first event after a rest is looked at once.
 */
const restMs = 100
const hourMs = 60 * 60 * 1000

/**
 * Starts what tells webhooks of events: one part puts reports into queues as events get their place, another sends them.
 * Both run in every process of the server.
 */
export function startWebhooks(services: Services): { stop(): Promise<void> } {
  const { store, settings, log } = services
  const sender = startSender(services, settings.webhookRetryDelaysMs)
  let stopped = false
  let again = false
  let working: Promise<void> | undefined
  const resting = new Set<number>()

  const wake = () => {
    again = true
    if (stopped) return
    working ??= work().finally(() => {
      working = undefined
    })
  }
  async function work(): Promise<void> {
    while (again && !stopped) {
      again = false
      try {
        await lookAtAll()
      } catch (error) {
        // The next notification or look tries again; the cursor has not moved.
        log.warn({ err: error }, 'events wait for webhooks')
      }
    }
  }
  async function lookAtAll(): Promise<void> {
    while (!stopped) {
      const looked = await dispatchOne(store.database, settings.webhookDescriptionDelayMs, [...resting])
      if (!looked) return
      if (!looked.isBehind) rest(looked.accountId)
    }
  }
  function rest(accountId: number): void {
    resting.add(accountId)
    setTimeout(() => {
      resting.delete(accountId)
      wake()
    }, restMs).unref()
  }
  store.listen('event_placed', wake)
  store.listen('webhook_due', () => sender.wake())
  const timer = setInterval(wake, lookAgainMs).unref()
  const hourly = setInterval(
    () => forgetOld(services).catch((error) => log.warn({ err: error }, 'old deliveries of webhooks stay')),
    hourMs,
  ).unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      clearInterval(hourly)
      await working
      await sender.stop()
    },
  }
}

/** The log of deliveries is kept a week. */
const forgetOld = ({ store }: Services) =>
  sql`delete from webhook_delivery where ended_at < now() - interval '7 days'`.execute(store.database)
