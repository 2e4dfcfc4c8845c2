import { Readable } from 'node:stream'

/** Who leaves this much unread is cut. */
const mostUnread = 256 * 1024

/** The body of an answer that has no end of its own: server-sent events. */
export interface EventStream {
  readonly body: Readable
  /** An event of a name with an id, or a sign of life without either; nothing after the end. */
  send(event: { id: number; event?: string; data?: unknown }): void
  /** Tells the client how soon to come back. */
  retryAfter(ms: number): void
  end(): void
}

/** Opens one. Nothing waits for a reader: what it leaves unread is kept up to a limit, then it is cut. */
export function openEventStream(): EventStream {
  const body = new Readable({ read() {} })
  let isEnded = false
  const write = (text: string) => {
    if (isEnded || body.destroyed) return
    body.push(text)
    if (body.readableLength > mostUnread) body.destroy()
  }
  return {
    body,
    send: ({ id, event, data }) =>
      // Without data nothing is dispatched, but the id counts.
      write(event === undefined ? `:\nid: ${id}\n\n` : `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    retryAfter: (ms) => write(`retry: ${ms}\n\n`),
    end() {
      if (isEnded || body.destroyed) return
      isEnded = true
      body.push(null)
    },
  }
}
