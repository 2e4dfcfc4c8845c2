import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Data } from './client.ts'

/** A request as a receiver of webhooks got it. */
export interface Received {
  headers: IncomingHttpHeaders
  /** The body as it came. */
  text: string
  /** Its events; the object of a handshake stands alone. */
  events: Data[]
}

interface Answer {
  status: number
  headers?: Record<string, string>
}

/** A receiver of webhooks: keeps what it got, and answers as it is told. */
export interface Receiver {
  url: string
  /** All deliveries, without handshakes. */
  deliveries: Received[]
  handshakes: Received[]
  /** Events of all deliveries that were answered with success, in the order they came. */
  events: Data[]
  /** What to answer to deliveries, at once or later. */
  answer: (received: Received) => Answer | Promise<Answer>
  /** Key of the answers to handshakes; without one they are wrong. */
  secret: string | undefined
  /** Waits until it has this many events. */
  has(count: number, timeoutMs?: number): Promise<void>
  close(): Promise<void>
}

/** Starts one on a free port. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    deliveries: [],
    handshakes: [],
    events: [],
    answer: () => ({ status: 200 }),
    secret: undefined,
    has: (count, timeoutMs = 20_000) =>
      waitFor(
        () => receiver.events.length >= count,
        timeoutMs,
        () => `${receiver.events.length} of ${count} events`,
      ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    const body = JSON.parse(text)
    const received = { headers: request.headers, text, events: [body].flat() }
    if (!Array.isArray(body)) {
      receiver.handshakes.push(received)
      const challenge = String(request.headers['x-hook-secret'])
      const signed = createHmac('sha256', receiver.secret ?? 'no secret')
        .update(challenge)
        .digest('hex')
      return response.writeHead(200, { 'x-hook-secret': signed }).end()
    }
    receiver.deliveries.push(received)
    const answer = await receiver.answer(received)
    if (answer.status < 300) receiver.events.push(...received.events)
    return response.writeHead(answer.status, answer.headers).end('noted')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return receiver
}

/** Looks again and again until something is so. */
export async function waitFor(
  isSo: () => boolean | Promise<boolean>,
  timeoutMs: number,
  state: () => string,
): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`after ${timeoutMs} ms: ${state()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
