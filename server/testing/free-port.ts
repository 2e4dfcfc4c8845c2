import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'

/** Ports from here on need no rights. */
const lowest = 10_000

/**
 * A port for a server that is told its port before it listens. It is none of those that the system gives to connections: one
 * of these may be in use by another test file by the time the server is up, or when it comes back after a kill.
 */
export async function freePort(): Promise<number> {
  const below = await firstOfTheSystem()
  for (;;) {
    const port = randomInt(lowest, below)
    // With neither address nor family: of IPv4 and IPv6 alike.
    const socket = createServer().listen(port)
    const isFree = await once(socket, 'listening').then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    socket.close()
    await once(socket, 'close')
    return port
  }
}

/** The first port that the system gives by itself: 32768 unless somebody has chosen another. */
async function firstOfTheSystem(): Promise<number> {
  const range = await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '')
  const first = Number.parseInt(range, 10)
  return first > lowest + 1000 ? first : 32_768
}
