import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { deriveFolderAccess } from '#access/folder-access.ts'
import { sql } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { readSettings } from '#settings.ts'
import { type RunningServer, startServer } from '#start.ts'
import type { ChangesLoad, ChangesResult } from './changes-load.ts'
import { generate } from './generate.ts'

/**
 * Measures how long a change takes to open streams, and what they cost those who write: `node bench/changes.ts`.
 * `--streams 200 --per-second 100 --seconds 10` are the defaults. Half of the people see every change, half see a tenth.
 */
const { values: options } = parseArgs({
  options: {
    streams: { type: 'string', default: '200' },
    'per-second': { type: 'string', default: '100' },
    seconds: { type: 'string', default: '10' },
  },
})
const [streams, perSecond, seconds] = [Number(options.streams), Number(options['per-second']), Number(options.seconds)]

const folder = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const settings = readSettings({
  DATA_DIR: folder,
  PORT: '0',
  HOST: '127.0.0.1',
  DEMO: 'false',
  JOBS: 'false',
  LOG_LEVEL: 'error',
  RATE_LIMIT_PER_MINUTE: '0',
})
const server = await startServer(settings)
try {
  await measure(server)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measure({ store, url }: RunningServer): Promise<void> {
  const { accountId, readers } = await generate(store, 10_000)
  const tokens = await people(accountId)
  const { rows } = await sql<{ task_id: number }>`
    select task_id from task where account_id = ${accountId} order by task_id limit ${perSecond * (seconds + 2)}`.execute(
    store.database,
  )
  const tasks = rows.map(({ task_id }) => encodeId('Task', accountId, task_id))
  await sql`vacuum analyze`.execute(store.database)
  for (const open of [0, streams]) {
    const before = await spent()
    const result = await load({
      url,
      token: readers[0]?.token as string,
      tasks,
      tokens: tokens.slice(0, open),
      perSecond,
      seconds,
    })
    const after = await spent()
    const each = (what: keyof typeof after) => Math.round((10 * (after[what] - before[what])) / result.changes) / 10
    console.log(
      JSON.stringify({
        streams: open,
        ...result,
        perChange: { cpuMs: each('cpuMs'), transactions: each('transactions') },
      }),
    )
  }
}

/** People with a token each: of two, one sees every project, one sees the first only. */
async function people(accountId: number): Promise<string[]> {
  const { database } = server.store
  const tokens: string[] = []
  const { rows } = await sql<{ folder_id: number }>`
    select folder_id from folder where account_id = ${accountId} and is_project order by folder_id`.execute(database)
  for (let number = 0; number < streams; number++) {
    const personId = await nameContact(database, { email: `hears${number}@example.com` })
    await joinAccount(database, accountId, personId, 'regular')
    const seen = number % 2 === 0 ? rows : rows.slice(0, Math.ceil(rows.length / 10))
    await sql`insert into folder_share (account_id, folder_id, principal_id, role)
      select ${accountId}, f, ${personId}, 1 from unnest(${seen.map((row) => row.folder_id)}::bigint[]) f`.execute(
      database,
    )
    tokens.push(
      await issuePermanentToken(database, {
        personId,
        accountId,
        clientId: null,
        scopes: ['wsReadOnly'],
        name: 'bench',
      }),
    )
  }
  const all = await sql<{ folder_id: number }>`select folder_id from folder where account_id = ${accountId}`.execute(
    database,
  )
  await deriveFolderAccess(
    database,
    accountId,
    all.rows.map((row) => row.folder_id),
  )
  return tokens
}

/** What this thread, the server's, and PostgreSQL have done until now. */
async function spent(): Promise<{ cpuMs: number; transactions: number }> {
  const { user, system } = process.threadCpuUsage()
  const { rows } = await sql<{ done: number }>`
    select xact_commit + xact_rollback as done from pg_stat_database where datname = current_database()`.execute(
    server.store.database,
  )
  return { cpuMs: (user + system) / 1000, transactions: rows[0]?.done ?? 0 }
}

/** Readers and writers share a thread of their own: one clock, and none of their work counts as the server's. */
function load(workerData: ChangesLoad): Promise<ChangesResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./changes-load.ts', import.meta.url), { workerData })
    worker.once('message', (result) => {
      resolve(result)
      void worker.terminate()
    })
    worker.once('error', reject)
  })
}
