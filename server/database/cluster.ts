import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { giveTo, type RunAs, spawnAs } from './run-as.ts'

/** The only user of the embedded PostgreSQL. */
export const superuser = 'taskwright'

/** Whether a data folder holds a database. */
export function hasCluster(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'))
}

/** Creates the files of a database. One that is made half is never seen: it gets its name when it is whole. */
export async function createCluster(cluster: string, user: RunAs, options: { volatile: boolean }): Promise<void> {
  const fresh = `${cluster}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  await giveTo(user, fresh)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['-U', superuser, '-A', 'trust']
  const sync = options.volatile ? ['--no-sync'] : []
  const child = await spawnAs(user, 'initdb', ['-D', fresh, '-E', 'UTF8', ...access, ...locale, ...sync], {
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = () => child.kill()
  process.once('exit', end)
  let complaint = ''
  child.stderr?.on('data', (chunk) => {
    complaint += chunk
  })
  const [code] = await once(child, 'close')
  process.off('exit', end)
  if (code !== 0) throw new Error(`PostgreSQL could not create its files in ${cluster}: ${complaint.trim()}`)
  await rename(fresh, cluster)
}
