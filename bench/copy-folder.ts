import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { pino } from 'pino'
import { connectStore } from '#database/connect.ts'
import { embeddedConnection, startEmbedded } from '#database/embedded.ts'
import { migrate } from '#database/migrate.ts'
import { ensurePartitions } from '#events/partitions.ts'
import { createServer } from '#http/server.ts'
import { assembleServices } from '#http/services.ts'
import { encodeId } from '#ids/encode.ts'
import { readSettings } from '#settings.ts'
import { generate } from './generate.ts'

/**
 * Measures copying a space of folders and tasks and launching a blueprint, alone and while 4 callers read pages of 100
 * tasks and one creates tasks: `node bench/copy-folder.ts --tasks 10000 --blueprint 500`.
 */
const { values: options } = parseArgs({
  options: { tasks: { type: 'string', default: '10000' }, blueprint: { type: 'string', default: '500' } },
})
const tasks = Number(options.tasks)
const folder = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const embedded = await startEmbedded(folder)
const store = connectStore(embeddedConnection(embedded.socketDir, 'postgres'))
const settings = readSettings({
  RATE_LIMIT_PER_MINUTE: '0',
  DEMO: 'false',
  DATA_DIR: folder,
  COPY_ENTRY_LIMIT: '1000000',
})
try {
  await migrate(store.database)
  await ensurePartitions(store.database)
  const { accountId, readers, folder: project } = await generate(store, tasks)
  const app = await createServer(await assembleServices({ settings, store, log: pino({ level: 'error' }) }))
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/api/v4`
  const headers = { authorization: `bearer ${readers[0]?.token}`, 'content-type': 'application/json' }
  const send = async (path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer = (await response.json()) as { data: Record<string, never>[]; errorDescription?: string }
    if (response.status !== 200) throw new Error(`${path}: ${answer.errorDescription}`)
    return answer.data[0] as unknown as { id: string; status: string; errorMessage?: string; totalCount: number }
  }
  const id = (number: number) => encodeId('Folder', accountId, number)
  const { rows } = await store.pool.query(`select folder_id from folder where is_space and title = 'Bench'`)
  const space = rows[0].folder_id as number
  const read = { url: `${url}/tasks?pageSize=100`, headers }
  const create = {
    url: `${url}/folders/${id(project)}/tasks`,
    headers,
    method: 'POST',
    body: '{"title":"Beside"}',
  } as const
  const others = async (duration: number) => {
    const both = [
      autocannon({ ...read, connections: 4, duration, workers: 1 }),
      autocannon({ ...create, connections: 1, duration, workers: 1 }),
    ]
    const [reads, writes] = (await Promise.all(both)).map(({ latency, requests }) => ({
      perSecond: requests.average,
      p50: latency.p50,
      p99: latency.p99,
    }))
    return { reads, writes }
  }
  /** Starts a job, and gives its seconds and the most memory meanwhile. */
  const run = async (path: string, body: object) => {
    const began = performance.now()
    let job = await send(path, body)
    let rss = 0
    while (!['Completed', 'Failed'].includes(job.status)) {
      await sleep(50)
      rss = Math.max(rss, process.memoryUsage().rss)
      job = await send(`/async_job/${job.id}`)
    }
    if (job.status === 'Failed') throw new Error(job.errorMessage)
    const seconds = Math.round((performance.now() - began) / 100) / 10
    return { entries: job.totalCount, seconds, megabytes: Math.round(rss / 1e6) }
  }

  await others(3)
  const idle = await others(8)
  const copy = (title: string) => run(`/copy_folder_async/${id(space)}`, { parent: id(-1), title })
  const alone = await copy('Alone')
  const [busy, beside] = await Promise.all([copy('Beside'), others(Math.max(5, Math.ceil(alone.seconds * 2)))])

  const small = await send(`/folders/${id(space)}/folders`, { title: 'Pattern' })
  const each = Number(options.blueprint)
  await store.pool.query(
    `insert into task_placement (account_id, task_id, folder_id, direct)
     select account_id, task_id, $2, true from task where account_id = $1 order by task_id limit $3`,
    [
      accountId,
      (await store.pool.query(`select folder_id from folder where title = 'Pattern'`)).rows[0].folder_id,
      each,
    ],
  )
  const blueprint = await send(`/folders/${small.id}/folder_blueprints`, { spaceId: id(space) })
  const launched = await run(`/folder_blueprints/${blueprint.id}/launch_async`, { parent: id(-1), title: 'Launched' })
  console.log(JSON.stringify({ alone, besideOthers: busy, others: { idle, duringCopy: beside }, launched }, null, 2))
  await app.close()
} finally {
  await store.close()
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
}
