import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { type ExpressReceiver, startExpressReceiver } from '#testing/express-receiver.ts'
import { inDatabase } from '#testing/global-setup.ts'
import { Person } from '#testing/people.ts'
import { waitFor } from '#testing/receiver.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'
import { startWorld, type World } from '#testing/world.ts'

/**
 * Changes are made in a server that is killed twice, told to a receiver that goes away and comes back slow. What of a
 * change was committed when its answer was lost, is read from the tasks themselves.
 */
const secret = 'known-to-both'
let world: World
let receiver: ExpressReceiver
let folder: Data
let environment: Record<string, string>
let working: ServerProcess
let anna: Person

beforeAll(async () => {
  // The test's own server makes the webhooks and reads; it sends nothing.
  world = await startWorld({ JOBS: 'false', OUTBOUND_ALLOW: '127.0.0.0/8' })
  receiver = await startExpressReceiver(secret)
  folder = await world.folder({ title: 'Busy' })
  for (const [on, name] of [
    ['', 'account'],
    [`/folders/${folder.id}`, 'folder'],
  ]) {
    const hookUrl = `http://127.0.0.1:${receiver.port}/hooks/${name}`
    const events = ['TaskCreated', 'TaskTitleChanged']
    const { status, body } = await world.anna.post(`${on}/webhooks`, { hookUrl, secret, events })
    expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  }
  await world.anna.post('/webhooks', { hookUrl: `http://127.0.0.1:${receiver.port}/gone`, events: ['TaskCreated'] })
  const { rows } = await world.store.pool.query('select current_database() as name')
  const { connectionString, host, user } = inDatabase(inject('postgres'), rows[0].name)
  const port = await freePort()
  environment = {
    DATABASE_URL:
      connectionString ?? `postgres://${user}@localhost/${rows[0].name}?host=${encodeURIComponent(host as string)}`,
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: 'false',
    RATE_LIMIT_PER_MINUTE: '0',
    LONGEST_DELAY: '600000',
    OUTBOUND_ALLOW: '127.0.0.0/8',
    WEBHOOK_RETRY_DELAYS: '1,2,4',
  }
  anna = new Person(`http://127.0.0.1:${port}`, world.anna.token, world.anna.personId, world.accountId)
  working = await startServerProcess(environment)
})
afterAll(async () => {
  await working?.end('SIGKILL')
  await receiver.down()
  await world.close()
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as { port: number }
      socket.close(() => resolve(port))
    })
  })

/** Makes tasks, renames each some times, and remembers what was answered; a server that is away is asked again. */
async function write(until: () => boolean, answered: string[]): Promise<void> {
  let count = 0
  const tried = async (call: () => Promise<{ status: number; body: { data: Data[] } }>): Promise<Data | undefined> => {
    try {
      const { status, body } = await call()
      return status === 200 ? body.data[0] : undefined
    } catch {
      await sleep(50)
      return undefined
    }
  }
  while (!until()) {
    const task = await tried(() => anna.post(`/folders/${folder.id}/tasks`, { title: '0' }))
    for (let time = 0; task && time < 5 && !until(); time++) {
      const title = String(++count)
      if (await tried(() => anna.put(`/tasks/${task.id}`, { title }))) answered.push(`${task.id} ${title}`)
    }
  }
}

/** What each task went through, as its events tell: its titles from the first on, each event following the one before. */
function histories(events: readonly Data[]): Map<string, string[]> {
  const titles = new Map<string, string[]>()
  for (const { taskId, eventType, oldValue, title } of events) {
    if (eventType === 'TaskCreated') {
      expect(titles.has(taskId), `${taskId} is made once`).toBe(false)
      titles.set(taskId, ['0'])
    } else {
      expect(oldValue, `${taskId} follows`).toBe(titles.get(taskId)?.at(-1))
      titles.get(taskId)?.push(title)
    }
  }
  return titles
}

test('a receiver that drops repeats sees each event once and in order, whatever is killed meanwhile', async () => {
  let stop = false
  const answered: string[] = []
  const writers = [1, 2, 3].map(() => write(() => stop, answered))
  const killAndRestart = async () => {
    await working.end('SIGKILL')
    working = await startServerProcess(environment)
  }
  await waitFor(
    () => receiver.events('account').length > 20,
    20_000,
    () => 'nothing came',
  )
  await receiver.down()
  await sleep(1000)
  receiver.delayMs = 300
  await receiver.up()
  await sleep(1500)
  await killAndRestart()
  await sleep(1000)
  await killAndRestart()
  await sleep(500)
  stop = true
  await Promise.all(writers)

  const { body } = await world.anna.get(`/folders/${folder.id}/tasks`, { pageSize: 1000 })
  const finals = new Map<string, string>(body.data.map(({ id, title }) => [id, title]))
  expect(body.nextPageToken).toBeUndefined()
  const isWhole = (name: string) => {
    const told = histories(receiver.events(name))
    return told.size === finals.size && [...finals].every(([id, title]) => told.get(id)?.at(-1) === title)
  }
  receiver.delayMs = 0
  await waitFor(
    () => isWhole('account') && isWhole('folder'),
    35_000,
    () => `${receiver.events('account').length} and ${receiver.events('folder').length} events of ${finals.size} tasks`,
  )
  for (const name of ['account', 'folder']) {
    const told = histories(receiver.events(name))
    const all = new Set([...told].flatMap(([id, titles]) => titles.map((title) => `${id} ${title}`)))
    expect(answered.filter((one) => !all.has(one))).toEqual([])
  }
  expect(receiver.counts.faults).toBe(0)
  const { rows } = await world.store.pool.query(
    `select (select count(*)::int from webhook_delivery where state = 'delivered') as delivered,
      (select count(*)::int from webhook_delivery where attempts > 1) as retried,
      (select count(*)::int from webhook where status = 'Suspended') as suspended,
      (select suspended_because from webhook where status = 'Suspended') as because`,
  )
  console.log(JSON.stringify({ ...rows[0], tasks: finals.size, answered: answered.length, ...receiver.counts }))
  expect(rows[0]).toMatchObject({ suspended: 1, because: 'the receiver answered 410' })
  expect(rows[0].delivered).toBeGreaterThan(10)
  expect(rows[0].retried).toBeGreaterThan(0)
}, 120_000)
