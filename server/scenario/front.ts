import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { freePort } from '#testing/free-port.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'

/** What stands before a server that may be killed, as a load balancer does: requests wait while it is away. */
export interface Front {
  url: string
  kills: number
  /** Ends the server at once, between two requests, and starts it again. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Starts a server with these settings, and the front of it. */
export async function startFront(environment: Record<string, string>): Promise<Front> {
  const port = await freePort()
  const start = () => startServerProcess({ ...environment, HOST: '127.0.0.1', PORT: String(port) })
  let server: ServerProcess = await start()
  let back: Promise<unknown> = Promise.resolve()
  let underWay = 0
  let whenQuiet = () => {}

  const gate = createServer(async (asked, answered) => {
    await back
    underWay++
    answered.once('close', () => {
      underWay--
      if (underWay === 0) whenQuiet()
    })
    const { method, url, headers } = asked
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(answered)
    })
    passed.on('error', () => answered.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))

  const front: Front = {
    url: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`,
    kills: 0,
    kill: async () => {
      const quiet = underWay === 0 ? Promise.resolve() : new Promise<void>((resolve) => (whenQuiet = resolve))
      const again = quiet.then(async () => {
        await server.end('SIGKILL')
        front.kills++
        server = await start()
      })
      back = again
      await again
    },
    close: async () => {
      gate.closeAllConnections()
      gate.close()
      await server.end('SIGTERM')
    },
  }
  return front
}
