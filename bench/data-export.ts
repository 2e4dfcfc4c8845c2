import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { pino } from 'pino'
import { connectStore } from '#database/connect.ts'
import { embeddedConnection, startEmbedded } from '#database/embedded.ts'
import { migrate } from '#database/migrate.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { readSettings } from '#settings.ts'
import { generate } from './generate.ts'

const mega = (bytes: number) => Math.round(bytes / 1_000_000)
const latencyOf = ({ latency, requests }: autocannon.Result) => ({
  perSecond: requests.average,
  p50: latency.p50,
  p99: latency.p99,
})

/**
 * Measures an export of all data, and what other callers feel of it: `node bench/data-export.ts --tasks 100000`.
 * Pages of 100 tasks are read by 4 callers alone first, then while the export runs.
 */
const { values: options } = parseArgs({ options: { tasks: { type: 'string', default: '100000' } } })
const tasks = Number(options.tasks)
const folder = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const embedded = await startEmbedded(folder)
const store = connectStore(embeddedConnection(embedded.socketDir, 'postgres'))
try {
  await migrate(store.database)
  const { accountId } = await generate(store, tasks)
  const settings = readSettings({ RATE_LIMIT_PER_MINUTE: '0', DEMO: 'false', DATA_DIR: folder })
  const app = await createServer(await assembleServices({ settings, store, log: pino({ level: 'silent' }) }))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const token = await ownersToken(accountId)
  const headers = { authorization: `bearer ${token}` }
  const load = (seconds: number) =>
    autocannon({ url: `${url}/api/v4/tasks?pageSize=100`, headers, connections: 4, duration: seconds, workers: 1 })

  await load(5)
  const alone = await load(10)
  const rssBefore = process.memoryUsage().rss
  const quiet = await exported(url, headers)
  const { files, bytes } = await sizeOf(join(folder, 'files'))
  await store.pool.query(`update data_export set completed_at = now() - interval '2 hours'`)
  const running = load(Math.max(5, Math.ceil(quiet.seconds)))
  const busy = await exported(url, headers)
  const beside = await running
  console.log(
    JSON.stringify({
      tasks,
      files,
      megabytes: mega(bytes),
      seconds: quiet.seconds,
      secondsBesideOthers: busy.seconds,
      rssBefore: mega(rssBefore),
      rssAtMost: mega(quiet.rss),
      others: { alone: latencyOf(alone), duringExport: latencyOf(beside) },
    }),
  )
  await app.close()
} finally {
  await store.close()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

async function ownersToken(accountId: number): Promise<string> {
  const { rows } = await store.pool.query(
    `select person_id from account_user where account_id = $1 and role = 'owner'`,
    [accountId],
  )
  const scopes = ['Default', 'dataExportFull'] as const
  return issuePermanentToken(store.database, {
    personId: rows[0].person_id,
    accountId,
    clientId: null,
    scopes,
    name: '',
  })
}

/** Asks for an export and waits for its end, with the most memory the process had meanwhile. */
async function exported(url: string, headers: Record<string, string>): Promise<{ seconds: number; rss: number }> {
  const started = performance.now()
  const asked = await fetch(`${url}/api/v4/data_export`, { method: 'POST', headers })
  const { data } = (await asked.json()) as { data: { id: string }[] }
  let rss = 0
  for (;;) {
    rss = Math.max(rss, process.memoryUsage().rss)
    const { rows } = await store.pool.query('select status from data_export order by data_export_id desc limit 1')
    if (rows[0].status === 'Completed') return { seconds: Math.round((performance.now() - started) / 100) / 10, rss }
    if (rows[0].status === 'Failed') throw new Error(`The export ${data[0]?.id} failed`)
    await sleep(50)
  }
}

async function sizeOf(path: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))))
  return { files: files.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) }
}
