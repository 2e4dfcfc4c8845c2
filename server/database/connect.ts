import { hostname } from 'node:os'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Settings } from '#settings.ts'
import { embeddedConnection, runningEmbedded, startEmbedded } from './embedded.ts'
import { listener } from './listen.ts'
import type { Database } from './schema.ts'

/** The database of a running server. */
export interface Store {
  readonly database: Kysely<Database>
  readonly pool: pg.Pool
  /** Calls `handler` with the payload of each notification on a channel, on a connection of its own that reconnects. */
  readonly listen: (channel: string, handler: (payload: string) => void) => void
  close(): Promise<void>
}

const oldest = 150_000

/**
 * Opens the database: the one of DATABASE_URL, or the embedded one, which is started if need be and then stopped by `close`.
 *
 * @throws {Error} that says what to do, if it cannot be reached or is too old.
 */
export async function openStore(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  progress?: (step: string) => void,
): Promise<Store> {
  if (settings.databaseUrl) return checked(connectStore({ connectionString: settings.databaseUrl }))
  progress?.('Starting PostgreSQL')
  const embedded = await startEmbedded(settings.dataDir, progress ? { progress } : {})
  return connectStore(embeddedConnection(embedded.socketDir, 'postgres'), () => embedded.stop())
}

/** Opens the database beside a running server; starts the embedded one for the while if no server runs. */
export async function openStoreBeside(settings: Pick<Settings, 'databaseUrl' | 'dataDir'>): Promise<Store> {
  const socketDir = settings.databaseUrl ? undefined : await runningEmbedded(settings.dataDir)
  return socketDir ? connectStore(embeddedConnection(socketDir, 'postgres')) : openStore(settings)
}

/** Connects to a database; `whenClosed` runs after the last connection is gone. */
export function connectStore(connection: pg.PoolConfig, whenClosed: () => Promise<void> = async () => {}): Store {
  const pool = new pg.Pool({
    ...connection,
    types,
    max: 20,
    connectionTimeoutMillis: 5000,
    application_name: 'taskwright',
  })
  // A connection that breaks while idle is dropped by the pool; the next query opens another.
  pool.on('error', () => {})
  // One that breaks while in use fails the query that needs it; nobody else has to hear of it.
  pool.on('connect', (client) => client.on('error', () => {}))
  // One for each process: this is how the server's owner sees them. PostgreSQL keeps 63 bytes of a name.
  const listening = listener({
    ...connection,
    application_name: `taskwright listen ${process.pid} ${hostname()}`.slice(0, 63),
  })
  const database = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    database,
    pool,
    listen: listening.listen,
    close: async () => {
      await listening.close()
      await database.destroy()
      await whenClosed()
    },
  }
}

async function checked(store: Store): Promise<Store> {
  const { rows } = await store.pool
    .query<{ server_version_num: string }>('show server_version_num')
    .catch(async (error) => {
      await store.close()
      throw new Error(`DATABASE_URL cannot be reached: ${error.message}`, { cause: error })
    })
  if (Number(rows[0]?.server_version_num) >= oldest) return store
  await store.close()
  throw new Error('DATABASE_URL is a PostgreSQL older than 15: Taskwright needs 15 or later')
}

/** How values arrive: int8 and numeric as numbers, days and local times as the text clients know. */
const parsers: Record<number, (text: string) => unknown> = {
  20: Number,
  1700: Number,
  1082: (text) => text,
  1114: (text) => text.replace(' ', 'T'),
  1016: (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)),
}
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}
