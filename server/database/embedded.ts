import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { createCluster, hasCluster, superuser } from './cluster.ts'
import { type FolderLock, folderLock } from './folder-lock.ts'
import { isAlive, launch, running, shutDown, signal } from './postmaster.ts'
import { giveTo, type RunAs, runAs } from './run-as.ts'
import { socketFolder } from './socket-folder.ts'

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** Folder of its unix socket: the `host` of a connection. */
  socketDir: string
  /** Ends it, waiting until all is written. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Fast and forgetful, for tests: what was written survives no crash. */
  volatile?: boolean
  /** Told what is going on when it takes a while. */
  progress?: (step: string) => void
}

/**
 * Starts the embedded PostgreSQL in a folder, or takes over one that a killed server left running there.
 * It listens on a unix socket only, in a folder that nobody else can enter.
 *
 * @throws {Error} if another server uses the folder, or the user that PostgreSQL has to run as cannot use it.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const lock = await ownFolder(dataDir)
  try {
    const cluster = join(dataDir, 'postgres')
    const user = await runAs(cluster)
    const socketDir = await socketFolder(dataDir)
    await giveTo(user, socketDir)
    const { volatile = false } = options
    if (!hasCluster(cluster)) {
      options.progress?.('Creating the database')
      await createCluster(cluster, user, { volatile })
    }
    const keeper = await keep({ cluster, socketDir, user, volatile, logFile: join(dataDir, 'postgres.log') })
    return {
      socketDir,
      stop: async () => {
        await keeper.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function ownFolder(dataDir: string): Promise<FolderLock> {
  try {
    await mkdir(dataDir, { recursive: true })
    return await folderLock(dataDir)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new Error(`The user of this server may not write to DATA_DIR ${dataDir}`, { cause: error })
  }
}

/** Folder of the socket of a PostgreSQL that runs on a data folder, for programs beside a server; undefined if none runs. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const pid = await running(join(dataDir, 'postgres'))
  return pid === undefined ? undefined : socketFolder(dataDir)
}

/** `pg` settings for a database of the embedded PostgreSQL. */
export const embeddedConnection = (socketDir: string, database: string) => ({
  host: socketDir,
  port: 5432,
  user: superuser,
  database,
})

interface Place {
  cluster: string
  socketDir: string
  user: RunAs
  volatile: boolean
  logFile: string
}

/** How often we look whether PostgreSQL is still there. */
const lookMs = 500

/** Sees to it that PostgreSQL runs, from now until `stop`: one that dies (of memory, by mistake) is started again. */
async function keep(place: Place): Promise<{ stop(): Promise<void> }> {
  let pid = await ready(place)
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      // One that cannot be started is tried again at the next look; meanwhile requests are answered 503.
      if (!(await isAlive(pid))) pid = await ready(place).catch(() => pid)
    })
  }, lookMs).unref()
  // However this process ends, if it can still do anything: PostgreSQL ends with it.
  const end = () => signal(pid, 'SIGINT')
  process.once('exit', end)
  return {
    stop: async () => {
      clearInterval(timer)
      process.off('exit', end)
      await looking
      await shutDown(pid)
    },
  }
}

/** The PostgreSQL that runs, or a new one. The one that runs may be about to end, as its server told it before dying. */
async function ready(place: Place): Promise<number> {
  const left = await running(place.cluster)
  if (left !== undefined) {
    if (await answers(place.socketDir, left)) return left
    await shutDown(left)
  }
  for (const began = Date.now(); ; await sleep(50)) {
    const pid = await launch(place.cluster, place.socketDir, place.user, place)
    if (await answers(place.socketDir, pid)) return pid
    // Processes of a PostgreSQL that was killed may take a moment to notice.
    const reason = await readFile(place.logFile, 'utf8')
    if (!/shared memory block .* still in use/.test(reason) || Date.now() - began > orphansMs)
      throw new Error(`PostgreSQL did not start. ${place.logFile} says: ${fatal(reason)}`)
  }
}

function fatal(log: string): string {
  const line = log.split('\n').findLast((one) => /(FATAL|PANIC|ERROR|error):/.test(one))
  return line?.replace(/^.*?(FATAL|PANIC|ERROR): */, '') ?? log.slice(-300)
}

const orphansMs = 30_000

/** PostgreSQL makes its socket at once. */
const socketMs = 10_000

/** Waits until PostgreSQL answers, however long it takes to recover from a crash. False if it ends, or has no socket. */
async function answers(socketDir: string, pid: number): Promise<boolean> {
  for (const began = Date.now(); await isAlive(pid); await sleep(10)) {
    const client = new pg.Client({ ...embeddedConnection(socketDir, 'postgres'), connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' && Date.now() - began > socketMs) return false
    }
  }
  return false
}
