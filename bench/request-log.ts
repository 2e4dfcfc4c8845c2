import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { allScopes } from '#contract/scopes.ts'
import { connectStore } from '#database/connect.ts'
import { embeddedConnection, startEmbedded } from '#database/embedded.ts'
import { migrate } from '#database/migrate.ts'
import { encodeId } from '#ids/encode.ts'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { keepRequestLog } from '#request-log/partitions.ts'
import { generate } from './generate.ts'
import { processorTime } from './processor-time.ts'

/**
 * What the request log and the counters of use cost the API: `node bench/request-log.ts --rounds 15 --seconds 2`.
 *
 * Two servers in processes of their own on one database, with the log and without any of it, in turns. Of each pair of
 * turns the ratios of their requests a second and of their processor time a request are taken, and of all pairs the median.
 * Where a machine has other work, the requests a second say little; processor time is what the log really takes: the
 * server's, and PostgreSQL's beside it, since they share the cores. Writing is in it: a turn ends when all is written.
 * PostgreSQL's comes in steps of 10 ms, so turns should be of a second at least. Figures: docs/decisions/0023-request-log.md.
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
})
const rounds = Number(options.rounds)
/** Longer than rows wait for the next write. */
const writtenMs = 700

interface Call {
  method?: 'GET' | 'POST' | 'PUT'
  path: string
  body?: object
}

/** Calls that are made in turn, over and over. */
interface Load {
  name: string
  calls: Call[]
}

interface Turn {
  perSecond: number
  /** Microseconds of processor time a request, of the server and of PostgreSQL. */
  server: number
  database: number
}

const folder = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const embedded = await startEmbedded(folder)
const store = connectStore(embeddedConnection(embedded.socketDir, 'postgres'))
const postmaster = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
const servers: ChildProcess[] = []
try {
  await migrate(store.database)
  await keepRequestLog(store.database, 7)
  const { accountId, task, folder: project } = await generate(store, 10_000)
  const headers = { authorization: `bearer ${await ownersToken(accountId)}`, 'content-type': 'application/json' }
  const [taskId, folderId] = [encodeId('Task', accountId, task), encodeId('Folder', accountId, project)]
  const getVersion: Call = { path: '/version' }
  const getTask: Call = { path: `/tasks/${taskId}` }
  const getPage: Call = { path: `/folders/${folderId}/tasks?pageSize=100&descendants=true` }
  const putTask: Call = { method: 'PUT', path: `/tasks/${taskId}`, body: { title: 'Again', importance: 'High' } }
  const postTask: Call = { method: 'POST', path: `/folders/${folderId}/tasks`, body: { title: 'New' } }
  const loads: Load[] = [
    // What integrations do with an API: they look, page through, look again, and now and then change something.
    {
      name: 'mixed',
      calls: [getTask, getPage, getTask, putTask, getTask, getPage, getVersion, getTask, postTask, getTask],
    },
    { name: 'GET /version', calls: [getVersion] },
    { name: 'GET /tasks/{id}', calls: [getTask] },
    { name: 'GET /folders/{id}/tasks, 100', calls: [getPage] },
    { name: 'PUT /tasks/{id}', calls: [putTask] },
    { name: 'POST /folders/{id}/tasks', calls: [postTask] },
  ]
  const withLog = await server('with')
  const without = await server('without')
  console.log('                              requests/s       µs of server     µs of PostgreSQL   both')
  for (const load of loads.filter(({ name }) => name.includes(options.only))) {
    for (const one of [withLog, without]) await turn(one, load, headers)
    const logged: Turn[] = []
    const plain: Turn[] = []
    for (let round = 0; round < rounds; round++) {
      if (round % 2 === 0) logged.push(await turn(withLog, load, headers))
      plain.push(await turn(without, load, headers))
      if (round % 2 === 1) logged.push(await turn(withLog, load, headers))
    }
    const compared = (of: (turn: Turn) => number, digits: number) =>
      `${median(plain.map(of)).toFixed(digits).padStart(7)} × ${median(logged.map((one, at) => of(one) / of(plain[at] as Turn))).toFixed(3)}`
    console.log(
      load.name.padEnd(28),
      compared(({ perSecond }) => perSecond, 0),
      compared((one) => one.server, 1),
      compared((one) => one.database, 1),
      compared((one) => one.server + one.database, 1),
      `  (${rounds} pairs, load average ${(loadavg()[0] as number).toFixed(1)})`,
    )
  }
  const { rows } = await store.pool.query(
    `select (select count(*) from request_log)::int as rows,
       sum(pg_total_relation_size(inhrelid)) as bytes from pg_inherits where inhparent = 'request_log'::regclass`,
  )
  console.log(`${rows[0].rows} rows of ${(Number(rows[0].bytes) / rows[0].rows).toFixed(0)} bytes each, with the index`)
} finally {
  for (const one of servers) {
    if (one.exitCode !== null) continue
    one.disconnect()
    await once(one, 'exit')
  }
  await store.close()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}

async function server(mode: 'with' | 'without') {
  const process = fork(join(import.meta.dirname, 'request-log-server.ts'), [embedded.socketDir, folder, mode])
  servers.push(process)
  process.once('exit', (code) => {
    if (code !== 0) throw new Error('A server ended')
  })
  const [url] = (await once(process, 'message')) as [string]
  const processorTime = async () => {
    const answer = once(process, 'message')
    process.send('processor time')
    return ((await answer) as [number])[0]
  }
  return { url, processorTime }
}

async function turn(
  { url, processorTime: ofServer }: Awaited<ReturnType<typeof server>>,
  { calls }: Load,
  headers: Record<string, string>,
): Promise<Turn> {
  const before = [await ofServer(), processorTime(postmaster)] as const
  const { requests, non2xx } = await autocannon({
    url,
    requests: calls.map(({ method = 'GET', path, body }) => ({
      method,
      path: `/api/v4${path}`,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })),
    connections: 8,
    duration: Number(options.seconds),
  })
  if (non2xx > 0) throw new Error(`${non2xx} requests failed`)
  await sleep(writtenMs)
  const { total } = requests
  return {
    perSecond: requests.average,
    server: ((await ofServer()) - before[0]) / total,
    database: (processorTime(postmaster) - before[1]) / total,
  }
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
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] as number
}
