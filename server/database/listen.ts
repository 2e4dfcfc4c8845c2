import pg from 'pg'

const retryMs = 500

/** Listens for notifications on a connection of its own, since pooled ones may go through a pooler. */
export function listener(connection: pg.ClientConfig) {
  const handlers = new Map<string, ((payload: string) => void)[]>()
  let client: pg.Client | undefined
  let closed = false
  let connecting: Promise<void> | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client(connection)
    let isLost = false
    const lost = () => {
      if (isLost) return
      isLost = true
      if (client === next) client = undefined
      if (!closed) setTimeout(reconnect, retryMs).unref()
    }
    next.on('error', lost)
    next.on('end', lost)
    next.on('notification', ({ channel, payload }) => {
      for (const handle of handlers.get(channel) ?? []) handle(payload ?? '')
    })
    try {
      await next.connect()
      for (const channel of handlers.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      client = next
      // What was said while nobody listened is lost: everyone is told to look again.
      for (const all of handlers.values()) for (const handle of all) handle('')
    } catch {
      lost()
    }
  }

  function reconnect(): void {
    connecting = connect()
  }

  return {
    listen(channel: string, handler: (payload: string) => void): void {
      const known = handlers.get(channel)
      handlers.set(channel, [...(known ?? []), handler])
      if (!connecting) reconnect()
      // One after the other: a connection takes one query at a time. A new connection listens to all that is known by then.
      else if (!known)
        connecting = connecting
          .then(async () => void (await client?.query(`listen ${pg.escapeIdentifier(channel)}`)))
          .catch(() => {})
    },
    async close(): Promise<void> {
      closed = true
      await connecting?.catch(() => {})
      await client?.end().catch(() => {})
    },
  }
}
