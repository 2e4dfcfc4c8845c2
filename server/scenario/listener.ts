import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import express, { type Request } from 'express'
import type { Data } from '#testing/client.ts'

/**
 * A receiver of webhooks as somebody would write it who knows the public rules only: an Express app that checks signatures
 * over the raw bytes, drops what comes twice by its `Idempotency-Key`, and has its bad days.
 */
export class Listener {
  readonly secret: string | undefined
  /** Each event once, in the order they came. */
  readonly events: Data[] = []
  /** What broke the rules. */
  readonly faults: string[] = []
  turnedAway = 0
  handshakes = 0
  /** Deliveries that came again, with the key they had. */
  repeats = 0
  /** How it answers now: at once, with 503, late, or never again. */
  mood: 'well' | 'overloaded' | 'slow' | 'gone' = 'well'
  readonly #keys = new Set<string>()
  #server: Server | undefined
  #port = 0

  constructor(secret?: string) {
    this.secret = secret
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/events`
  }

  /** Comes up, on the port it had. */
  async up(): Promise<void> {
    const app = express().use(express.raw({ type: () => true, limit: '1mb' }))
    app.post('/events', async (request, response) => {
      const { status, headers = {} } = await this.#answer(request)
      response.set(headers).sendStatus(status)
    })
    const server = await new Promise<Server>((resolve) => {
      const listening: Server = app.listen(this.#port, '127.0.0.1', () => resolve(listening))
    })
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  /** Goes down: nobody listens there any more. */
  async down(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (!server) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  async #answer(request: Request): Promise<{ status: number; headers?: Record<string, string> }> {
    if (this.mood === 'gone') return { status: 410 }
    const { headers } = request
    const body: Buffer = request.body
    const told = JSON.parse(body.toString())
    if (told.requestType === 'WebHook secret verification') {
      this.handshakes++
      return { status: 200, headers: { 'x-hook-secret': this.#sign(String(headers['x-hook-secret'])) } }
    }
    this.#check(headers, body)
    if (this.mood === 'overloaded') {
      this.turnedAway++
      return { status: 503 }
    }
    if (this.mood === 'slow') await sleep(250)
    const key = String(headers['idempotency-key'])
    if (this.#keys.has(key)) this.repeats++
    else this.events.push(...told)
    this.#keys.add(key)
    return { status: 200 }
  }

  #check(headers: Request['headers'], body: Buffer): void {
    const signature = headers['x-hook-signature']
    const wanted = this.secret === undefined ? undefined : this.#sign(body)
    if (signature !== wanted) this.faults.push(`signature ${signature}, not ${wanted}`)
    if (!headers['idempotency-key']) this.faults.push('no idempotency key')
    if (!/^application\/json/.test(headers['content-type'] ?? '')) this.faults.push(`type ${headers['content-type']}`)
    if (this.secret === undefined) return
    const standard = createHmac('sha256', this.secret).update(
      `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`,
    )
    const signed = `v1,${standard.digest('base64')}`
    if (headers['webhook-signature'] !== signed) this.faults.push(`standard signature ${headers['webhook-signature']}`)
  }

  #sign(text: string | Buffer): string {
    return createHmac('sha256', this.secret ?? '')
      .update(text)
      .digest('hex')
  }
}
