import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { pino } from 'pino'
import { connectStore, type Store } from '#database/connect.ts'
import { embeddedConnection, startEmbedded } from '#database/embedded.ts'
import { migrate } from '#database/migrate.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { encodeId } from '#ids/encode.ts'
import { readSettings } from '#settings.ts'
import { type Generated, generate } from './generate.ts'
import { findPgbench, runPgbench, type Statement } from './pgbench.ts'
import { type Measured, report } from './report.ts'

/**
 * Measures the API at 10,000 and 1,000,000 tasks beside pgbench with the same statements: `npm run bench`.
 * `--sizes 10000` takes other sizes, `--seconds 5` the length of each run, `--only page` the cases whose name holds a word.
 */
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
})
const seconds = Number(options.seconds)
const connections = 8

interface Case {
  name: string
  method: 'GET' | 'POST'
  path: (generated: Generated) => string
  body?: object
}

const cases: Case[] = [
  { name: 'page of 100', method: 'GET', path: () => '/tasks?pageSize=100' },
  { name: 'page of 1,000', method: 'GET', path: () => '/tasks?pageSize=1000' },
  { name: 'task by id', method: 'GET', path: ({ accountId, task }) => `/tasks/${encodeId('Task', accountId, task)}` },
  {
    name: 'create task',
    method: 'POST',
    path: ({ accountId, folder }) => `/folders/${encodeId('Folder', accountId, folder)}/tasks`,
    body: { title: 'Bench' },
  },
]

const folder = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const embedded = await startEmbedded(folder)
const pgbench = findPgbench()
if (!pgbench) console.log('pgbench is not installed (Debian: apt-get install postgresql-contrib): ratios are left out')
const results: Measured[] = []
try {
  for (const size of options.sizes.split(',').map(Number)) await measureSize(size)
  console.log(report(results))
} finally {
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measureSize(size: number): Promise<void> {
  const admin = connectStore(embeddedConnection(embedded.socketDir, 'postgres'))
  await admin.pool.query(`create database bench_${size}`)
  await admin.close()
  const store = connectStore(embeddedConnection(embedded.socketDir, `bench_${size}`))
  await migrate(store.database)
  const started = performance.now()
  const generated = await generate(store, size)
  console.log(`${size.toLocaleString('en')} tasks made in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  const recorded = record(store)
  const settings = readSettings({ RATE_LIMIT_PER_MINUTE: '0', DEMO: 'false', DATA_DIR: folder })
  const app = await createServer(await assembleServices({ settings, store, log: pino({ level: 'error' }) }))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  for (const one of cases.filter(({ name }) => name.includes(options.only))) {
    for (const { share, token } of generated.readers)
      await measure(one, { size, share, token, url, generated, recorded })
  }
  await app.close()
  await store.close()
}

async function measure(
  one: Case,
  at: { size: number; share: number; token: string; url: string; generated: Generated; recorded: Statement[] },
): Promise<void> {
  const request = {
    method: one.method,
    url: `${at.url}/api/v4${one.path(at.generated)}`,
    headers: { authorization: `bearer ${at.token}`, ...(one.body ? { 'content-type': 'application/json' } : {}) },
    ...(one.body ? { body: JSON.stringify(one.body) } : {}),
  }
  // The first request is not like the others: its token is checked and its caller loaded.
  await fetch(request.url, request)
  at.recorded.length = 0
  const response = await fetch(request.url, request)
  const bytes = (await response.text()).length
  if (response.status !== 200) throw new Error(`${one.name}: ${response.status}`)
  const statements = [...at.recorded]
  // The load comes from a thread of its own: on the server's, its work would count as the server's.
  const served = await autocannon({ ...request, connections, duration: seconds, workers: 1 })
  const reference = pgbench
    ? await runPgbench(pgbench, embedded.socketDir, `bench_${at.size}`, folder, statements, connections, seconds)
    : undefined
  const measured = {
    name: one.name,
    size: at.size,
    share: at.share,
    bytes,
    requests: served.requests.average,
    p50: served.latency.p50,
    p99: served.latency.p99,
    errors: served.non2xx,
    reference,
  }
  results.push(measured)
  console.log(JSON.stringify(measured))
}

/** Notes each statement that goes to the database. */
function record(store: Store): Statement[] {
  const statements: Statement[] = []
  store.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const [first, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
      statements.push(
        typeof first === 'string'
          ? { text: first, values: values ?? [] }
          : { text: first.text, values: first.values ?? values ?? [] },
      )
      if (statements.length > 1000) statements.length = 0
      return query(...args)
    }) as typeof client.query
  })
  return statements
}
