import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'undici'

export interface ChangesLoad {
  url: string
  /** Of the writer, and of each reader. */
  token: string
  tokens: string[]
  /** More than there are changes: each is changed once. */
  tasks: string[]
  perSecond: number
  seconds: number
}

/** Milliseconds. */
interface Spread {
  p50: number
  p99: number
}

export interface ChangesResult {
  changes: number
  errors: number
  /** From the moment a change was due to its answer. */
  answers: Spread
  /** From a change's answer to a reader, for each reader who sees it. */
  delays: Spread
  heard: number
}

const { url, token, tokens, tasks, perSecond, seconds } = workerData as ChangesLoad
const pool = new Pool(url, { connections: 32 })
const answeredAt = new Map<string, number>()
const heardAt: [task: string, at: number][] = []

await Promise.all(tokens.map(listen))
const latencies: number[] = []
let errors = 0
const started = performance.now()
await Promise.all(
  Array.from({ length: perSecond * seconds }, async (_, number) => {
    const due = started + (number * 1000) / perSecond
    await sleep(Math.max(0, due - performance.now()))
    if (await change(tasks[number] as string).catch(() => false)) latencies.push(performance.now() - due)
    else errors++
  }),
)
await sleep(2000)
const delays = heardAt.flatMap(([task, at]) => {
  const answered = answeredAt.get(task)
  return answered === undefined ? [] : [Math.max(0, at - answered)]
})
const result: ChangesResult = {
  changes: answeredAt.size,
  errors,
  answers: spread(latencies),
  delays: spread(delays),
  heard: delays.length,
}
parentPort?.postMessage(result)

/** Opens a stream; done when it has begun. */
function listen(bearer: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/v4/changes/stream`, {
      headers: { authorization: `bearer ${bearer}` },
      agent: false,
    })
    call.on('error', reject)
    call.on('response', (response) => {
      if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`))
      response.setEncoding('utf8')
      let rest = ''
      response.on('data', (text: string) => {
        const at = performance.now()
        const lines = (rest + text).split('\n')
        rest = lines.pop() as string
        for (const line of lines) {
          if (line === 'event: start') resolve()
          const task = line.startsWith('data: ') && /"type":"TaskTitleChanged".*"entityId":"([^"]+)"/.exec(line)?.[1]
          if (task) heardAt.push([task, at])
        }
      })
    })
    call.end()
  })
}

async function change(task: string): Promise<boolean> {
  const { statusCode, body } = await pool.request({
    method: 'PUT',
    path: `/api/v4/tasks/${task}`,
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: `Renamed ${performance.now()}` }),
  })
  await body.dump()
  if (statusCode === 200) answeredAt.set(task, performance.now())
  return statusCode === 200
}

function spread(values: number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}
