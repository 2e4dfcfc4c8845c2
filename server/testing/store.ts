import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connectStore, type Store } from '#database/connect.ts'
import { inDatabase, templateName } from './global-setup.ts'

/** A store that can be shut to all and opened again. */
export interface TestStore extends Store {
  /** Ends all connections and lets none in, as if the database were away. */
  shut(): Promise<void>
  /** Lets connections in again. */
  reopen(): Promise<void>
}

/** A fresh, migrated database; `close` drops it. */
export async function testStore(): Promise<TestStore> {
  const connection = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  const server = connectStore(connection)
  await createFromTemplate(server, name)
  const store = connectStore(inDatabase(connection, name))
  return {
    ...store,
    shut: async () => {
      await server.pool.query(`alter database ${name} with allow_connections false`)
      await server.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
    },
    reopen: async () => {
      await server.pool.query(`alter database ${name} with allow_connections true`)
    },
    close: async () => {
      await store.close()
      // PostgreSQL waits a tenth of a second for connections that have not quite ended; they need a hundredth.
      await new Promise((resolve) => setTimeout(resolve, 10))
      await server.pool.query(`drop database if exists ${name} with (force)`)
      await server.close()
    },
  }
}

/** PostgreSQL copies a template for one caller at a time: files that start together wait their turn. */
async function createFromTemplate(server: Store, name: string): Promise<void> {
  const client = await server.pool.connect()
  try {
    await client.query('select pg_advisory_lock(7002)')
    await client.query(`create database ${name} template ${templateName} strategy file_copy`)
  } finally {
    await client.query('select pg_advisory_unlock(7002)')
    client.release()
  }
}
