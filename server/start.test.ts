import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runningEmbedded } from '#database/embedded.ts'
import { encodeId } from '#ids/encode.ts'
import { type Answered, Client } from '#testing/client.ts'
import { freePort } from '#testing/free-port.ts'
import { type ServerProcess, startServerProcess, tryServerProcess } from '#testing/server-process.ts'

const port = await freePort()
const url = `http://127.0.0.1:${port}`
let folder = ''
let environment: Record<string, string> = {}
let running: ServerProcess | undefined
/** The owner of the demo account. */
let owner: Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskwright-start-'))
  environment = {
    DATA_DIR: join(folder, 'data'),
    PORT: String(port),
    RATE_LIMIT_PER_MINUTE: '0',
    LONGEST_DELAY: '0',
  }
})
afterAll(async () => {
  await running?.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<ServerProcess> {
  running = await startServerProcess(environment)
  expect(running.printed()).toContain('Ready in')
  return running
}

test('settings that are wrong end the start with a line for each', async () => {
  const { process, printed } = await tryServerProcess({ ...environment, PORT: 'http', SIGN_UP: 'perhaps' })
  expect(printed()).toContain("PORT is 'http', but must be a whole number from 0 to 65535")
  expect(printed()).toContain("SIGN_UP is 'perhaps', but must be one of open, closed")
  expect(process.exitCode).toBe(1)
})

test('the first start makes a demo account, and prints what works as it is', async () => {
  const printed = (await start()).printed()
  expect(printed).toMatch(/Starting PostgreSQL …\nCreating the database …\nMigrating …\nCreating demo content …\n/)
  expect(printed).toMatch(/Sign in +as demo@example\.com with the password \S+/)
  const [, token = '', example = ''] = /Try +curl -H 'Authorization: bearer (\S+)' '(\S+)'/.exec(printed) ?? []
  owner = new Client(url, token)
  expect((await owner.get('/version')).status).toBe(200)
  expect(example).toBe(`${url}/api/v4/tasks`)
})

test('a second server on the same folder, or the same port, says what to do', async () => {
  const same = await tryServerProcess({ ...environment, PORT: '0' })
  expect(same.printed()).toContain(`Another Taskwright (process ${running?.process.pid}) uses the folder`)
  expect(same.process.exitCode).toBe(1)
  const blocker = createServer().listen(0, '127.0.0.1')
  await once(blocker, 'listening')
  const { port: taken } = blocker.address() as { port: number }
  const other = await tryServerProcess({ DATA_DIR: join(folder, 'other'), PORT: String(taken), DEMO: 'false' })
  blocker.close()
  expect(other.printed()).toContain(`PORT ${taken} is taken by another program`)
  expect(other.process.exitCode).toBe(1)
  expect(await runningEmbedded(join(folder, 'other'))).toBeUndefined()
})

test('killed in the midst of writes 20 times, it starts each time and has all that it acknowledged', async () => {
  const acknowledged: string[] = []
  for (let round = 1; round <= 20; round++) {
    const server = running as ServerProcess
    const writing = Promise.all(Array.from({ length: 8 }, () => writeUntilKilled(acknowledged)))
    await sleep(60 + ((round * 37) % 250))
    // Each fifth time PostgreSQL is killed as well, as when a machine stops.
    if (round % 5 === 0) process.kill(await postmaster(), 'SIGKILL')
    await server.end('SIGKILL')
    await writing
    await start()
    await expectAll(acknowledged.slice(-300))
  }
  // How many there are tells how fast the machine is; that there are some in most rounds is enough.
  expect(acknowledged.length).toBeGreaterThan(100)
  await expectAll(acknowledged)
}, 240_000)

test('told to stop, it ends its work and leaves nothing running', async () => {
  const acknowledged: string[] = []
  const writing = Promise.all(Array.from({ length: 8 }, () => writeUntilKilled(acknowledged)))
  await sleep(100)
  expect(await running?.end('SIGTERM')).toBe(0)
  await writing
  expect(running?.printed()).toMatch(/Stopping …\nStopped\n$/)
  expect(await runningEmbedded(environment.DATA_DIR as string)).toBeUndefined()
  await start()
  await expectAll(acknowledged)
})

/** Comments on one folder, one after the other, until the server is gone. */
async function writeUntilKilled(acknowledged: string[]): Promise<void> {
  const home = encodeId('Folder', 1, 1)
  for (;;) {
    const answered = await owner.post(`/folders/${home}/comments`, { text: 'Still there?' }).catch(() => undefined)
    if (answered?.status !== 200) return
    acknowledged.push(answered.body.data[0].id)
  }
}

async function expectAll(ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 100) {
    const wanted = ids.slice(at, at + 100)
    const { status, body } = await patiently(() => owner.get(`/comments/${wanted.join()}`))
    expect({ status, said: body.errorDescription }, running?.printed()).toEqual({ status: 200, said: undefined })
    expect(new Set(body.data.map((comment: { id: string }) => comment.id))).toEqual(new Set(wanted))
  }
}

/** A 503 asks to come again: the first requests after a start may find a busy machine. */
async function patiently(ask: () => Promise<Answered>): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    const answered = await ask()
    if (answered.status !== 503 || attempt === 10) return answered
    await sleep(1000)
  }
}

async function postmaster(): Promise<number> {
  const file = join(environment.DATA_DIR as string, 'postgres/postmaster.pid')
  return Number((await readFile(file, 'utf8')).split('\n', 1)[0])
}
