import { pino } from 'pino'
import { connectStore } from '#database/connect.ts'
import { embeddedConnection } from '#database/embedded.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import type { RequestLog } from '#request-log/request-log.ts'
import { readSettings } from '#settings.ts'

/**
 * A server of `bench/request-log.ts` in a process of its own: with the request log, or without any of it. It sends its
 * address, and the processor time that it took (µs) whenever it is asked.
 */
const [socketFolder, dataFolder, mode] = process.argv.slice(2) as [string, string, 'with' | 'without']
const settings = readSettings({
  RATE_LIMIT_PER_MINUTE: '1000000',
  DEMO: 'false',
  JOBS: 'false',
  DATA_DIR: dataFolder,
  LONGEST_DELAY: '0',
})
const nothing: RequestLog = { begin: () => {}, close: async () => {} }
const store = connectStore(embeddedConnection(socketFolder, 'postgres'))
const services = await assembleServices({ settings, store, log: pino({ level: 'warn' }) })
const app = await createServer(mode === 'with' ? services : { ...services, requestLog: nothing })
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.(user + system)
})
process.once('disconnect', async () => {
  await app.close()
  await store.close()
})
