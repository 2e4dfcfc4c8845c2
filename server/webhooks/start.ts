import { sql } from 'kysely'
import type { Services } from '#http/services.ts'
import { dispatchOne } from './dispatch.ts'
import { startSender } from './sender.ts'

const lookAgainMs = 1000
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
        while (!stopped && (await dispatchOne(store.database, settings.webhookDescriptionDelayMs)));
      } catch (error) {
        // The next notification or look tries again; the cursor has not moved.
        log.warn({ err: error }, 'events wait for webhooks')
      }
    }
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
