import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { pino } from 'pino'
import { allScopes } from '#contract/scopes.ts'
import { connectStore } from '#database/connect.ts'
import { embeddedConnection, startEmbedded } from '#database/embedded.ts'
import { migrate } from '#database/migrate.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { encodeId } from '#ids/encode.ts'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { keepRequestLog } from '#request-log/partitions.ts'
import type { RequestLog } from '#request-log/request-log.ts'
import { readSettings } from '#settings.ts'
import { generate } from './generate.ts'

/**
 * What the request log costs the API: `node bench/request-log.ts --rounds 15 --seconds 3`.
 *
 * Two servers on one database, with the log and without any of it, in turns. Of each pair of turns the ratio of their
 * requests a second is taken, and of all pairs the median, since a machine is never quiet for all of them.
 */
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, seconds: { type: 'string', default: '3' } },
})
const rounds = Number(options.rounds)
const duration = Number(options.seconds)

const folder = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const embedded = await startEmbedded(folder)
const store = connectStore(embeddedConnection(embedded.socketDir, 'postgres'))
const settings = readSettings({
  RATE_LIMIT_PER_MINUTE: '1000000',
  DEMO: 'false',
  DATA_DIR: folder,
  LONGEST_DELAY: '600000',
})
const nothing: RequestLog = { begin: () => {}, close: async () => {} }
try {
  await migrate(store.database)
  await keepRequestLog(store.database, settings.requestLogDays)
  const { accountId, task } = await generate(store, 10_000)
  const token = await ownersToken(accountId)
  const withLog = await server()
  const without = await server(nothing)
  for (const [name, path] of [
    ['task by id', `/tasks/${encodeId('Task', accountId, task)}`],
    ['page of 100', '/tasks?pageSize=100'],
    ['version, which asks no database', '/version'],
  ] as const) {
    const load = (url: string) =>
      autocannon({
        url: `${url}/api/v4${path}`,
        headers: { authorization: `bearer ${token}` },
        connections: 8,
        duration,
        workers: 1,
      })
    for (const { url } of [withLog, without]) await load(url)
    const ratios: number[] = []
    const cpu: number[] = []
    let last = ''
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? [withLog, without] : [without, withLog]
      const turns = new Map<string, { perSecond: number; cpuMicros: number }>()
      for (const { url } of order) {
        const before = process.threadCpuUsage()
        const { requests, non2xx } = await load(url)
        if (non2xx > 0) throw new Error(`${non2xx} requests failed`)
        const { user, system } = process.threadCpuUsage(before)
        turns.set(url, { perSecond: requests.average, cpuMicros: (user + system) / requests.total })
      }
      const [logged, plain] = [turns.get(withLog.url), turns.get(without.url)]
      if (!logged || !plain) continue
      ratios.push(logged.perSecond / plain.perSecond)
      cpu.push(logged.cpuMicros - plain.cpuMicros)
      last = `${logged.perSecond.toFixed(0)}/s with, ${plain.perSecond.toFixed(0)}/s without; ${plain.cpuMicros.toFixed(0)} µs of the server's thread each`
    }
    console.log(
      `${name}: ratio ${median(ratios).toFixed(3)} (${rounds} pairs, quartiles ${quantile(ratios, 0.25).toFixed(3)} to ${quantile(ratios, 0.75).toFixed(3)}), ` +
        `${median(cpu).toFixed(1)} µs more of the server's thread; last pair ${last}`,
    )
  }
  const { rows } = await store.pool.query(
    `select (select count(*) from request_log)::int as rows,
       sum(pg_total_relation_size(inhrelid)) as bytes from pg_inherits where inhparent = 'request_log'::regclass`,
  )
  console.log(`${rows[0].rows} rows of ${(Number(rows[0].bytes) / rows[0].rows).toFixed(0)} bytes each, with the index`)
  await withLog.close()
  await without.close()
} finally {
  await store.close()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

async function server(requestLog?: RequestLog) {
  const services = await assembleServices({ settings, store, log: pino({ level: 'warn' }) })
  const app = await createServer(requestLog ? { ...services, requestLog } : services)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, close: () => app.close() }
}

async function ownersToken(accountId: number) {
  const { rows } = await store.pool.query(
    `select person_id from account_user where account_id = $1 and role = 'owner'`,
    [accountId],
  )
  const personId: number = rows[0].person_id
  const { database } = store
  const application = { name: 'Bench', ownerPersonId: personId, accountId, redirectUris: [] }
  const { clientId } = await createApplication(database, application)
  return issuePermanentToken(database, { personId, accountId, clientId, scopes: allScopes, name: 'bench' })
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] as number
}
