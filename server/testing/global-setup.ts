import { access, chmod, constants, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectStore } from '#database/connect.ts'
import { embeddedConnection, startEmbedded } from '#database/embedded.ts'
import { migrate } from '#database/migrate.ts'

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
  const folder = given ? undefined : await mkdtemp(join(await fastFolder(), 'taskwright-test-'))
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

const roomy = 3 * 2 ** 30

/** In memory where there is room: copying the template takes 25 ms there, 350 ms on a disk. */
async function fastFolder(): Promise<string> {
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
