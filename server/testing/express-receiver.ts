import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Request, type Response } from 'express'
import type { Data } from './client.ts'

/**
 * A receiver as somebody else would write it, from what is public of webhooks alone: it answers the handshake, checks each
 * signature over the raw bytes, and drops repeats by `Idempotency-Key`.
 */
export interface ExpressReceiver {
  port: number
  /** Events in the order they came, each once, by the last part of the hook's path. */
  events(name: string): Data[]
  /** Deliveries that came again and were dropped, and requests that were no valid ones. */
  counts: { repeats: number; faults: number }
  /** Milliseconds until each answer. */
  delayMs: number
  /** Takes no connections, as if it were away. */
  down(): Promise<void>
  up(): Promise<void>
}

/** Starts one; hooks are at /hooks/NAME, all with the same secret. What comes to /gone is refused. */
export async function startExpressReceiver(secret: string): Promise<ExpressReceiver> {
  const seen = new Set<string>()
  const byName = new Map<string, Data[]>()
  const app = express()
  app.use(express.raw({ type: () => true, limit: '1mb' }))
  app.post('/gone', (_request, response) => void response.sendStatus(410))
  app.post('/hooks/:name', async (request, response) => {
    const body: Buffer = request.body
    if (!isSigned(request, body)) return fault(response)
    const read = JSON.parse(body.toString())
    if (read.requestType === 'WebHook secret verification') return handshake(request, response)
    await new Promise((resolve) => setTimeout(resolve, receiver.delayMs))
    const key = request.get('Idempotency-Key')
    if (!Array.isArray(read) || !key) return fault(response)
    if (seen.has(key)) receiver.counts.repeats++
    else {
      seen.add(key)
      const { name } = request.params
      byName.set(name, [...(byName.get(name) ?? []), ...read])
    }
    response.sendStatus(200)
  })

  const sign = (content: string | Buffer) => createHmac('sha256', secret).update(content).digest()
  function isSigned(request: Request, body: Buffer): boolean {
    const given = Buffer.from(request.get('X-Hook-Signature') ?? '', 'hex')
    const expected = sign(body)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  function handshake(request: Request, response: Response): void {
    const challenge = request.get('X-Hook-Secret') ?? ''
    // Anything else could be an event that somebody wants to have signed.
    if (!/^[A-Za-z0-9]{1,100}$/.test(challenge)) fault(response)
    else response.set('X-Hook-Secret', sign(challenge).toString('hex')).sendStatus(200)
  }
  function fault(response: Response): void {
    receiver.counts.faults++
    response.sendStatus(401)
  }

  let server: Server | undefined
  const receiver: ExpressReceiver = {
    port: 0,
    events: (name) => byName.get(name) ?? [],
    counts: { repeats: 0, faults: 0 },
    delayMs: 0,
    down: () =>
      new Promise((resolve) => {
        server?.close(() => resolve())
        server?.closeAllConnections()
      }),
    up: () =>
      new Promise((resolve) => {
        const listening = app.listen(receiver.port, '127.0.0.1', () => {
          receiver.port = (listening.address() as AddressInfo).port
          resolve()
        })
        server = listening
      }),
  }
  await receiver.up()
  return receiver
}
