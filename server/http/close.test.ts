import { connect, type Socket } from 'node:net'
import Fastify from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteOperation } from '#request-log/call.ts'
import { openRequestLog } from '#request-log/request-log.ts'
import { type TestStore, testStore } from '#testing/store.ts'
import { closeServer } from './close.ts'
import { spareLeavingAnswers } from './leaving-answers.ts'

/** A server that answers more than the buffers of a connection hold, for an application whose calls are logged. */
const size = 30_000_000
let store: TestStore
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.close())

async function start(operation: string) {
  const requestLog = openRequestLog(store.database, pino({ level: 'silent' }), 7)
  const app = Fastify({ genReqId: () => crypto.randomUUID() })
  spareLeavingAnswers(app.server)
  app.addHook('onClose', () => requestLog.close())
  app.get('/', async (request, reply) => {
    requestLog.begin(request, reply, { clientId: 'app', accountId: null, personId: null, version: 'oauth2' })
    noteOperation(reply, operation)
    return 'x'.repeat(size)
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  return { app, requestLog, port }
}

/** Asks, and reads nothing of the answer. */
async function ask(port: number): Promise<Socket> {
  const client = connect(port, '127.0.0.1').pause()
  client.on('error', () => {})
  client.write('GET / HTTP/1.1\r\nhost: test\r\n\r\n')
  await new Promise((resolve) => setTimeout(resolve, 200))
  return client
}

const counted = async (operation: string) =>
  (
    await store.pool.query(
      `select calls, (select status from request_log where operation = $1) as status
       from operation_use where subject = 'oauth2 ' || $1`,
      [operation],
    )
  ).rows

test('an answer on its way out is sent whole before the server closes, and its call is written down', async () => {
  const { app, port } = await start('sentWhole')
  const client = await ask(port)
  let received = 0
  client.on('data', (part) => {
    received += part.length
  })
  client.pause()
  setTimeout(() => client.resume(), 100)
  await closeServer(app, 10_000)
  expect(received).toBeGreaterThan(size)
  expect(await counted('sentWhole')).toEqual([{ calls: 1, status: 200 }])
})

test('a client that does not read is cut off in the end, and its call is written down', async () => {
  const { app, port } = await start('cutOff')
  const client = await ask(port)
  await closeServer(app, 100)
  expect(await counted('cutOff')).toEqual([{ calls: 1, status: 499 }])
  client.destroy()
})

test('what could not be written at once is written before the log is closed', async () => {
  const { app, port } = await start('triedAgain')
  const client = await ask(port)
  client.destroy()
  await store.shut()
  setTimeout(() => store.reopen(), 200)
  await closeServer(app, 100)
  expect(await counted('triedAgain')).toEqual([{ calls: 1, status: 499 }])
})
