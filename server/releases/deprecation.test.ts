import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Deprecation } from '#contract/deprecation.ts'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { queryTasks } from '#resources/tasks/contract/index.ts'
import { readSettings } from '#settings.ts'
import { type RunningServer, startServer } from '#start.ts'
import { Client } from '#testing/client.ts'
import { inDatabase } from '#testing/global-setup.ts'
import { type TestStore, testStore } from '#testing/store.ts'
import { today } from './contract-record.ts'
import { daysAfter } from './faults.ts'

/** A deprecation from its declaration to its end, over real servers, each started with the contract of its time. */
let store: TestStore
let server: RunningServer | undefined
let environment: Record<string, string>
let clientIds: string[] = []
let tokens: string[] = []
const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'] as const

const parameters = queryTasks.parameters as Record<string, object>
const complete = { ...parameters }
/** All of them again, in their order: other files of this worker read them. */
const restore = () => {
  for (const name of Object.keys(parameters)) delete parameters[name]
  Object.assign(parameters, complete)
}
const { title } = parameters as { title: object & { deprecation?: Deprecation } }
const until = daysAfter(today(), 14)
const deprecation: Deprecation = { since: today(), until, why: 'Nobody searches so', instead: 'the page of the search' }

const start = async () => {
  server = await startServer(readSettings(environment))
  return server
}
const stop = async () => {
  await server?.stop()
  server = undefined
}
const client = (which: number) => new Client(server?.url as string, tokens[which] as string)
const page = async (path: string) => (await fetch(`${server?.url}${path}`)).text()
const notices = async () =>
  await store.database
    .selectFrom('outbox_mail')
    .selectAll()
    .where('subject', 'like', 'A change of the API%')
    .orderBy('recipient')
    .execute()
/** As if so many days had gone by since the notice. */
const daysGoBy = (days: number) =>
  store.pool.query(
    `update deprecation_notice set told_at = told_at - make_interval(days => $1),
       until = to_char(until::date - $1::integer, 'YYYY-MM-DD'), declared = declared ||
         jsonb_build_object('until', to_char(until::date - $1::integer, 'YYYY-MM-DD')) where until <> ''`,
    [days],
  )

beforeAll(async () => {
  store = await testStore()
  const { rows } = await store.pool.query('select current_database() as name')
  const { connectionString, host, user } = inDatabase(inject('postgres'), rows[0].name)
  const url =
    connectionString ?? `postgres://${user}@localhost/${rows[0].name}?host=${encodeURIComponent(host as string)}`
  environment = { DATABASE_URL: url, PORT: '0', DEMO: 'false', LOG_LEVEL: 'silent', LONGEST_DELAY: '0' }
  for (const name of names) {
    const owner = {
      email: `${name.toLowerCase()}@example.com`,
      firstName: name,
      lastName: 'Test',
      emailConfirmed: true,
    }
    const { accountId, personId } = await createAccount(store.database, { name, owner })
    const own = {
      name: `${name}’s robot`,
      ownerPersonId: personId,
      accountId,
      redirectUris: ['http://localhost/callback'],
    }
    const { clientId } = await createApplication(store.database, own)
    clientIds = [...clientIds, clientId]
    const given = { personId, accountId, clientId, scopes: ['wsReadWrite'], name: 'test' } as const
    tokens = [...tokens, await issuePermanentToken(store.database, { ...given, scopes: [...given.scopes] })]
  }
})
afterAll(async () => {
  restore()
  delete title.deprecation
  await stop()
  await store.close()
})

describe('a deprecation', () => {
  test('is not there yet while five applications work', async () => {
    await start()
    for (const which of [0, 1, 2])
      expect((await client(which).get('/tasks', { title: 'Dig' })).headers.get('deprecation')).toBeNull()
    await client(3).get('/tasks')
    const counted = async () => (await store.pool.query('select distinct client_id from operation_use')).rowCount
    await expect.poll(counted, { timeout: 10_000 }).toBe(4)
    await stop()
    const old = `update operation_use set day = day - 91 where client_id = $1`
    await store.pool.query(old, [clientIds[2]])
    expect(await notices()).toEqual([])
  })

  test('that ends sooner than in fourteen days keeps the server from starting', async () => {
    title.deprecation = { ...deprecation, until: daysAfter(today(), 13) }
    await expect(start()).rejects.toThrow(
      `The end of the parameter title of queryTasks is ${daysAfter(today(), 13)}, and nobody was told yet. The earliest day is ${until}.`,
    )
  })

  test('is told to exactly the two whose applications used it in the last 90 days, once', async () => {
    title.deprecation = deprecation
    await start()
    await expect.poll(notices, { timeout: 20_000 }).toHaveLength(2)
    const told = async () => (await store.pool.query(`select told_at from deprecation_notice where until <> ''`)).rows
    await expect.poll(async () => (await told())[0].told_at).not.toBeNull()
    const [ada, bo] = await notices()
    expect([ada?.recipient, bo?.recipient]).toEqual(['ada@example.com', 'bo@example.com'])
    expect(ada?.text).toContain('The parameter title of queryTasks')
    expect(ada?.text).toContain(`until ${until}`)
    expect(ada?.text).toContain('Instead: the page of the search.')
    expect(ada?.text).toContain('Used by: Ada’s robot.')
    expect(ada?.text).not.toContain('Bo’s robot')
    expect(ada?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    await stop()
    await start()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await notices()).toHaveLength(2)
  })

  test('is in the headers of requests that use it, and of no others', async () => {
    const used = await client(0).get('/tasks', { title: 'Dig' })
    expect(used.status).toBe(200)
    expect(used.headers.get('deprecation')).toBe(`@${Date.parse(deprecation.since) / 1000}`)
    expect(used.headers.get('sunset')).toBe(new Date(until).toUTCString())
    expect(used.headers.get('link')).toBe(
      `<${server?.url}/developers/changelog#deprecated-v4-queryTasks-title>; rel="deprecation"; type="text/html"`,
    )
    expect(used.headers.get('access-control-expose-headers')).toMatch(/Deprecation.*Link.*Sunset/)
    const without = await client(0).get('/tasks')
    for (const header of ['deprecation', 'sunset', 'link']) expect(without.headers.get(header)).toBeNull()
    const wrong = await client(0).get('/tasks', { title: 'Dig', pageSize: 0 })
    expect([wrong.status, wrong.headers.get('deprecation')]).toEqual([400, used.headers.get('deprecation')])
  })

  test('is in the reference, on the page of changes and in its feed', async () => {
    expect(await page('/developers/v4/queryTasks')).toContain(`works until ${until}. Nobody searches so.`)
    expect(await page('/developers/changelog')).toContain('id="deprecated-v4-queryTasks-title"')
    const feed = await page('/developers/changelog.atom')
    expect(feed).toContain('<title>Deprecated: the parameter title of queryTasks</title>')
    expect(feed).toContain(`<id>${server?.url}/developers/changelog#deprecated-v4-queryTasks-title</id>`)
  })

  test('whose end came after thirteen days keeps the server from starting, and the former one goes on', async () => {
    await stop()
    await daysGoBy(13)
    delete parameters.title
    const on = daysAfter(today(), -13)
    await expect(start()).rejects.toThrow(
      `queryTasks, parameter title is gone. ada@example.com, bo@example.com were told on ${on}. The earliest day is ${daysAfter(today(), 1)}.`,
    )
    restore()
    await start()
    expect((await client(0).get('/tasks', { title: 'Dig' })).status).toBe(200)
    await stop()
  })

  test('lets go after fourteen days', async () => {
    await daysGoBy(1)
    delete parameters.title
    await start()
    expect((await client(0).get('/tasks', { title: 'Dig' })).status).toBe(400)
    expect((await client(0).get('/tasks')).status).toBe(200)
  })

  test('of what nobody was told keeps the server from starting', async () => {
    await stop()
    const { status } = parameters
    delete parameters.status
    await expect(start()).rejects.toThrow('queryTasks, parameter status is gone, but nobody was told.')
    parameters.status = status as object
  })
})
