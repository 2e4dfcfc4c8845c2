import { createServer as createSocket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { openStore, type Store } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { createDemo } from '#demo/create-demo.ts'
import { ensurePartitions } from '#events/partitions.ts'
import { startRelay } from '#events/relay.ts'
import { startSweep } from '#files/sweep.ts'
import { closeServer } from '#http/close.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { startNotifying } from '#notifying/start.ts'
import { refuseEarlyEnds } from '#releases/publication.ts'
import { publishContract } from '#releases/publish.ts'
import { keepRequestLog } from '#request-log/partitions.ts'
import { originOf, type Settings } from '#settings.ts'
import { startWebhooks } from '#webhooks/start.ts'

/** A stop waits this long for answers that are under way. */
const graceMs = 10_000

/** A server that answers. */
export interface RunningServer {
  /** Where it is reached: PUBLIC_URL, or its own address. */
  readonly url: string
  readonly settings: Settings
  readonly store: Store
  /** Stops listening, finishes the requests in flight, then ends the database connections and the embedded PostgreSQL. */
  stop(): Promise<void>
}

export interface StartOptions {
  log?: Logger
  /** Told of each step that may take a while. */
  progress?: (step: string) => void
}

/**
 * Starts a server: database, migrations, files, demo content on the first run, HTTP.
 *
 * @throws {Error} whose message tells a person what to do. Nothing is left running then.
 */
export async function startServer(given: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const { log = pino({ level: given.logLevel }, process.stderr), progress = () => {} } = options
  const { settings, release } = await withPort(given)
  const undo: (() => Promise<void>)[] = [release]
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const store = await openStore(settings, progress)
    undo.push(() => store.close())
    await refuseEarlyEnds(store.database)
    progress('Migrating')
    await migrate(store.database)
    await ensurePartitions(store.database)
    await keepRequestLog(store.database, settings.requestLogDays)
    const services = await assembleServices({ settings, store, log })
    await createDemo(services, progress)
    const relay = startRelay(store, log)
    undo.push(() => relay.stop())
    const sweep = startSweep(services)
    undo.push(() => sweep.stop())
    const webhooks = startWebhooks(services)
    undo.push(() => webhooks.stop())
    const notifying = startNotifying(services)
    undo.push(() => notifying.stop())
    const app = await createServer(services)
    undo.push(() => closeServer(app, graceMs))
    await release()
    await listen(app, settings)
    await publishContract(services)
    return { url: settings.publicUrl, settings, store, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * The public URL is in links and tokens: a port that is ours to choose is chosen before all else, and held against others until it
 * is released for the server itself.
 */
async function withPort(settings: Settings): Promise<{ settings: Settings; release: () => Promise<void> }> {
  if (settings.port !== 0) return { settings, release: async () => {} }
  const socket = createSocket()
  await new Promise<void>((resolve, reject) => socket.once('error', reject).listen(0, settings.host, resolve))
  const { port } = socket.address() as { port: number }
  const own = originOf(settings.host, 0)
  const publicUrl = settings.publicUrl === own ? originOf(settings.host, port) : settings.publicUrl
  const release = () => new Promise<void>((resolve) => socket.close(() => resolve()))
  return { settings: { ...settings, port, publicUrl }, release }
}

async function listen(app: FastifyInstance, settings: Settings): Promise<void> {
  const { level } = app.log
  // Fastify's own line of the address says less than ours.
  app.log.level = 'warn'
  await app.listen(settings).catch((error) => Promise.reject(unusablePort(error, settings)))
  app.log.level = level
}

function unusablePort(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `PORT ${port} is taken by another program. Stop it, or choose another PORT`,
    EACCES: `PORT ${port} is reserved for the administrator. Choose one from 1024`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine`,
    ENOTFOUND: `HOST ${host} is not known`,
  }
  return new Error(reasons[error.code ?? ''] ?? error.message, { cause: error })
}
