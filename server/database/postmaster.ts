import { open, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunAs, spawnAs } from './run-as.ts'

/** Fast and forgetful, for tests: what was written survives no crash, and many servers work on it at once. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  max_connections: '300',
}

/**
 * Starts PostgreSQL on its files. It listens on a socket in `socketDir` only, and goes on when this process is killed.
 *
 * @returns the number of its process.
 */
export async function launch(
  cluster: string,
  socketDir: string,
  user: RunAs,
  options: { volatile: boolean; logFile: string },
): Promise<number> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: '100',
    jit: 'off',
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    log_checkpoints: 'off',
    ...(options.volatile ? forgetful : {}),
  }
  await forgetKilled(cluster, socketDir)
  const log = await open(options.logFile, 'w')
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  try {
    // In a session of its own: Ctrl-C reaches the server alone, which then stops PostgreSQL in good order.
    const child = await spawnAs(user, 'postgres', ['-D', cluster, ...args], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    child.unref()
    return child.pid as number
  } finally {
    await log.close()
  }
}

/**
 * A killed PostgreSQL left its number in two files. When it belongs to a stranger by now, or nobody has asked for the
 * result of the dead process, PostgreSQL would take it for a living one. Called when nobody runs here.
 */
async function forgetKilled(cluster: string, socketDir: string): Promise<void> {
  await rm(join(socketDir, '.s.PGSQL.5432.lock'), { force: true })
  const file = join(cluster, 'postmaster.pid')
  const content = await readFile(file, 'utf8').catch(() => undefined)
  // The rest of the file stays: by it PostgreSQL finds processes of the killed one that still write.
  if (content !== undefined) await writeFile(file, content.replace(/^\d+/, String(noProcess)))
}

/** Above all numbers that processes have. */
const noProcess = 2 ** 31 - 2

/** The PostgreSQL that runs on these files, if one does. */
export async function running(cluster: string): Promise<number | undefined> {
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(content.split('\n', 1)[0])
  return pid > 0 && (await isAlive(pid)) && (await isPostgresOn(pid, cluster)) ? pid : undefined
}

/** Ends PostgreSQL by its fast shutdown (SIGINT): open transactions end, all that was committed is written. */
export async function shutDown(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  while (await isAlive(pid)) await sleep(10)
}

/** Asks PostgreSQL to end, and does not wait. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended by itself.
  }
}

/** Whether a process runs. One that has ended counts as gone although nobody asks for its result, as in a container without init. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return status === undefined || !/\) [ZX]/.test(status)
}

/**
 * Tells PostgreSQL from a stranger. To be wrong in calling it one would put two on the same files, so it takes a proof:
 * another program, or one that works in another folder (PostgreSQL works in the folder of its files).
 */
async function isPostgresOn(pid: number, cluster: string): Promise<boolean> {
  const program = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (program === undefined) return true
  if (basename(program.split('\0', 1)[0] ?? '') !== 'postgres') return false
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return folder === undefined || folder === (await realpath(cluster))
}
