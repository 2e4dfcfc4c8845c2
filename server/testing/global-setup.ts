import { access, chmod, constants, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectStore } from '#database/connect.ts'
import { embeddedConnection, startEmbedded } from '#database/embedded.ts'
import { migrate } from '#database/migrate.ts'
import { isAlive, running, shutDown } from '#database/postmaster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of this run is reached. */
    postgres: pg.PoolConfig
  }
}

export const templateName = 'taskwright_template'

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. TEST_DATABASE_URL takes another. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const folder = given ? undefined : await ownFolder(await fastFolder())
  if (folder) await chmod(folder, 0o755)
  const embedded = folder ? await startEmbedded(folder, { volatile: true }) : undefined
  const connection: pg.PoolConfig = embedded
    ? embeddedConnection(embedded.socketDir, 'postgres')
    : { connectionString: given as string }
  const end = async () => {
    await embedded?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
  project.provide('postgres', connection)
  await makeTemplate(connection).catch(async (error) => {
    await end()
    throw error
  })
  return end
}

const prefix = 'taskwright-test-'

/** A folder for this run. Those of runs that were killed go, with the PostgreSQL that still runs in them. */
async function ownFolder(parent: string): Promise<string> {
  for (const name of await readdir(parent)) {
    const owner = Number(name.startsWith(prefix) ? name.slice(prefix.length).split('-', 1)[0] : undefined)
    if (!owner || (await isAlive(owner))) continue
    const pid = await running(join(parent, name, 'postgres'))
    if (pid !== undefined) await shutDown(pid)
    await rm(join(parent, name), { recursive: true, force: true })
  }
  return mkdtemp(join(parent, `${prefix}${process.pid}-`))
}

const roomy = 3 * 2 ** 30

/** In memory where there is room: copying the template takes 25 ms there, 350 ms on a disk. */
export async function fastFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined)
  const writable = await access('/dev/shm', constants.W_OK).then(
    () => true,
    () => false,
  )
  return memory && writable && memory.bavail * memory.bsize > roomy ? '/dev/shm' : tmpdir()
}

async function makeTemplate(connection: pg.PoolConfig): Promise<void> {
  const server = connectStore(connection)
  await server.pool.query(`drop database if exists ${templateName}`)
  await server.pool.query(`create database ${templateName}`)
  await server.close()
  const template = connectStore(inDatabase(connection, templateName))
  await migrate(template.database)
  await template.close()
}

/** The same server, another database. */
export function inDatabase(connection: pg.PoolConfig, database: string): pg.PoolConfig {
  if (!connection.connectionString) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** The same as a URL, for a server in a process of its own. */
export function urlOfDatabase(connection: pg.PoolConfig, database: string): string {
  const { connectionString, host, user } = inDatabase(connection, database)
  return connectionString ?? `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host as string)}`
}
