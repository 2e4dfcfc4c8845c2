import type { Services } from '#http/services.ts'
import { repeated } from '#webhooks/repeated.ts'
import { dispatchOne } from './dispatch.ts'
import { sendDueMails } from './mails.ts'

const lookAgainMs = 5000
/** An account that was looked at rests so long, so that the events of a busy one are looked at together. */
const restMs = 100

/** Starts what tells people of events as they get their place, and sends the mails that are due; in every process. */
export function startNotifying(services: Services): { stop(): Promise<void> } {
  const { store, log } = services
  const resting = new Set<number>()
  let stopped = false
  // The cursor has not moved when it fails.
  const looking = repeated(lookAtAll, (error) => log.warn({ err: error }, 'events wait for those they concern'))
  const mailing = repeated(
    () => sendDueMails(services, () => stopped),
    (error) => log.warn({ err: error }, 'mails of notifications wait'),
  )

  async function lookAtAll(): Promise<void> {
    while (!stopped) {
      const looked = await dispatchOne(store.database, [...resting])
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
  const timer = setInterval(() => {
    looking.wake()
    mailing.wake()
  }, lookAgainMs).unref()
  looking.wake()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking.idle()
      await mailing.idle()
    },
  }
}
