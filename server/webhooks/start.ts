import { sql } from 'kysely'
import type { Services } from '#http/services.ts'
import { dispatchOne } from './dispatch.ts'
import { repeated } from './repeated.ts'
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
  const resting = new Set<number>()
  let stopped = false
  // The cursor has not moved when it fails.
  const looking = repeated(lookAtAll, (error) => log.warn({ err: error }, 'events wait for webhooks'))

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
      looking.wake()
    }, restMs).unref()
  }
  store.listen('event_placed', looking.wake)
  store.listen('webhook_due', () => sender.wake())
  const timer = setInterval(looking.wake, lookAgainMs).unref()
  const hourly = setInterval(
    () => forgetOld(services).catch((error) => log.warn({ err: error }, 'old deliveries of webhooks stay')),
    hourMs,
  ).unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      clearInterval(hourly)
      await looking.idle()
      await sender.stop()
    },
  }
}

/** The log of deliveries is kept a week. */
const forgetOld = ({ store }: Services) =>
  sql`delete from webhook_delivery where ended_at < now() - interval '7 days'`.execute(store.database)
