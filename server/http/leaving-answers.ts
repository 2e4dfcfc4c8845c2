import type { Server, ServerResponse } from 'node:http'

/**
 * Lets a server that closes send answers that have been handed over but are still on their way out. Node takes their
 * connections for idle ones and cuts them off, so idle connections have to wait for such answers.
 */
export function spareLeavingAnswers(server: Server): void {
  const open = new Set<ServerResponse>()
  server.on('request', (_request, answer) => {
    open.add(answer)
    answer.once('close', () => open.delete(answer))
  })
  const closeIdle = server.closeIdleConnections.bind(server)
  server.closeIdleConnections = () => {
    const isLeaving = [...open].some((answer) => answer.writableEnded && !answer.writableFinished)
    if (!isLeaving) closeIdle()
  }
}
