import { startRelay } from '#events/relay.ts'
import { startWebhooks } from '#webhooks/start.ts'
import type { Parameters } from './client.ts'
import type { Person } from './people.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { startWorld, type World } from './world.ts'

/** The small world with a relay and senders that run, and receivers on this machine. */
export interface WebhookWorld extends World {
  /** A receiver with a webhook of Anna, or of another; it ends with the world. */
  hook(options?: Parameters & { of?: Person; on?: string; secret?: string }): Promise<Receiver & { id: string }>
}

/** Starts one; retries come after some milliseconds, changes of descriptions after half a second. */
export async function startWebhookWorld(environment: Record<string, string> = {}): Promise<WebhookWorld> {
  const world = await startWorld({
    OUTBOUND_ALLOW: '127.0.0.0/8',
    WEBHOOK_RETRY_DELAYS: '0.05,0.1,0.15',
    WEBHOOK_DESCRIPTION_DELAY: '1',
    ...environment,
  })
  const relay = startRelay(world.store, world.services.log)
  const webhooks = startWebhooks(world.services)
  const receivers: Receiver[] = []
  return {
    ...world,
    hook: async ({ of = world.anna, on = '', secret, ...parameters } = {}) => {
      const receiver = await startReceiver()
      receivers.push(receiver)
      receiver.secret = secret
      const { status, body } = await of.post(`${on}/webhooks`, { hookUrl: receiver.url, secret, ...parameters })
      if (status !== 200) throw new Error(`webhook: ${status} ${body.errorDescription}`)
      return Object.assign(receiver, { id: body.data[0].id as string })
    },
    close: async () => {
      await webhooks.stop()
      await relay.stop()
      await Promise.all(receivers.map((receiver) => receiver.close()))
      await world.close()
    },
  }
}
