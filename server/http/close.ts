import type { FastifyInstance } from 'fastify'

/**
 * Takes no more requests and waits for those that are being answered, but no longer than `graceMs`: a client that reads a
 * large file slowly, or not at all, must not hold the server.
 */
export async function closeServer(app: FastifyInstance, graceMs: number): Promise<void> {
  // A connection kept alive by an answer that leaves just now would hold the server until the client lets it go.
  const letGo = setInterval(() => app.server.closeIdleConnections(), 20)
  const cutOff = setTimeout(() => app.server.closeAllConnections(), graceMs)
  await app.close().finally(() => {
    clearInterval(letGo)
    clearTimeout(cutOff)
  })
}
