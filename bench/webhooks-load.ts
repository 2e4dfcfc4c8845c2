import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'undici'

/** What the load needs to know of the server, and how many receivers it is to start. */
export interface LoadData {
  url: string
  token: string
  tasks: string[]
  receivers: number
}

/** Asked of the load: changes at a pace, each of which so many webhooks hear of; or as many as 8 callers can make. */
export type Ask = { perSecond: number; seconds: number; heardBy: number } | { flatOutSeconds: number }

/** Milliseconds. */
export interface Spread {
  p50: number
  p99: number
}

export interface Paced {
  changes: number
  errors: number
  answers: Spread
  /** From the change's answer to the receiver. */
  delays: Spread | undefined
  expected: number
  received: number
}

export interface FlatOut {
  perSecond: number
  errors: number
}

/** Callers and receivers share a thread of their own: one clock, and none of their work counts as the server's. */
const { url, token, tasks, receivers } = workerData as LoadData
const pool = new Pool(url, { connections: 32 })
const answeredAt = new Map<string, number>()
const heardAt: [title: string, at: number][] = []
let count = 0

const hosts = await Promise.all(Array.from({ length: receivers }, (_, at) => startReceiver(`127.0.0.${at + 2}`)))
parentPort?.on('message', async (ask: Ask) => {
  parentPort?.postMessage('perSecond' in ask ? await paced(ask) : await flatOut(ask.flatOutSeconds))
})
parentPort?.postMessage(hosts)

/** The host of a receiver at an address of its own. */
function startReceiver(address: string): Promise<string> {
  return new Promise((resolve) => {
    const server: Server = createServer(async (request, response) => {
      let text = ''
      for await (const part of request) text += part
      const at = performance.now()
      for (const event of JSON.parse(text)) heardAt.push([event.title, at])
      response.end()
    }).listen(0, address, () => resolve(`${address}:${(server.address() as AddressInfo).port}`))
  })
}

/** Renames the next task; false if the server refused. */
async function change(): Promise<boolean> {
  const title = `Renamed ${++count}`
  const { statusCode, body } = await pool.request({
    method: 'PUT',
    path: `/api/v4/tasks/${tasks[count % tasks.length]}`,
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  })
  await body.dump()
  if (statusCode === 200) answeredAt.set(title, performance.now())
  return statusCode === 200
}

/** One change after another at their moments, whether or not earlier ones were answered. */
async function paced({ perSecond, seconds, heardBy }: Extract<Ask, { perSecond: number }>): Promise<Paced> {
  answeredAt.clear()
  heardAt.length = 0
  const latencies: number[] = []
  let errors = 0
  const started = performance.now()
  const all: Promise<void>[] = []
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = started + (number * 1000) / perSecond
    if (due > performance.now()) await sleep(due - performance.now())
    all.push(
      change().then(
        (ok) => {
          // From the moment it was due: a load that falls behind is not flattered.
          if (ok) latencies.push(performance.now() - due)
          else errors++
        },
        () => {
          errors++
        },
      ),
    )
  }
  await Promise.all(all)
  const expected = answeredAt.size * heardBy
  const end = performance.now() + 60_000
  while (heardAt.length < expected && performance.now() < end) await sleep(50)
  const delays = heardAt.flatMap(([title, at]) => {
    const answered = answeredAt.get(title)
    return answered === undefined ? [] : [Math.max(0, at - answered)]
  })
  return {
    changes: answeredAt.size,
    errors,
    answers: spread(latencies),
    delays: delays.length > 0 ? spread(delays) : undefined,
    expected,
    received: delays.length,
  }
}

async function flatOut(seconds: number): Promise<FlatOut> {
  const end = performance.now() + seconds * 1000
  let [done, errors] = [0, 0]
  const one = async () => {
    while (performance.now() < end) {
      if (await change().catch(() => false)) done++
      else errors++
    }
  }
  await Promise.all(Array.from({ length: 8 }, one))
  return { perSecond: Math.round(done / seconds), errors }
}

function spread(values: number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}
