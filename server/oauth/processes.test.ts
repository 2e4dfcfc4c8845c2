import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import { freePort } from '#testing/free-port.ts'
import { inDatabase } from '#testing/global-setup.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'
import { WebBrowser } from '#testing/web-browser.ts'
import { createApplication } from './applications.ts'
import { createGrant } from './grants.ts'
import { hashSecret } from './secrets.ts'
import { resumeApplication, suspendApplication } from './suspension.ts'
import { issuePermanentToken } from './tokens.ts'

/** What is changed in the pages of one server process holds in every process of the database within a second. */
let server: PeopleServer
let processes: ServerProcess[]
let urls: string[]
/** Anna, at the pages of the first process. */
let anna: WebBrowser
let client: { clientId: string; clientSecret: string }
const measured: Record<string, number> = {}

beforeAll(async () => {
  server = await startPeopleServer({ JOBS: 'false' })
  const { rows } = await server.store.pool.query('select current_database() as name')
  const { connectionString, host, user } = inDatabase(inject('postgres'), rows[0].name)
  const DATABASE_URL =
    connectionString ?? `postgres://${user}@localhost/${rows[0].name}?host=${encodeURIComponent(host as string)}`
  const ports = [await freePort(), await freePort()]
  urls = ports.map((port) => `http://127.0.0.1:${port}`)
  const common = { DATABASE_URL, HOST: '127.0.0.1', DEMO: 'false', RATE_LIMIT_PER_MINUTE: '0', LONGEST_DELAY: '0' }
  processes = await Promise.all(
    ports.map((port) => startServerProcess({ ...common, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` })),
  )
  anna = new WebBrowser(urls[0] as string)
  await anna.open('/sign-in')
  await anna.submit({ email: server.anna.email, password })
  const { personId: ownerPersonId, accountId } = server.anna
  const own = { name: 'Pond robot', ownerPersonId, accountId, redirectUris: ['http://localhost/callback'] }
  client = await createApplication(server.store.database, own)
}, 60_000)
afterEach(() => {
  for (const ms of Object.values(measured)) expect(ms).toBeLessThan(1000)
})
afterAll(async () => {
  process.stdout.write(`ms until all processes answered so: ${JSON.stringify(measured)}\n`)
  for (const one of processes ?? []) await one.end('SIGKILL')
  await server.close()
})

/** Milliseconds from a change, once it was answered, until every process answers so. */
async function untilAll(what: string, change: () => Promise<unknown>, isSo: (url: string) => Promise<boolean>) {
  expect(await Promise.all(urls.map(isSo)), 'before the change').toEqual(urls.map(() => false))
  await change()
  const start = performance.now()
  await Promise.all(
    urls.map(async (url) => {
      while (!(await isSo(url))) await sleep(5)
    }),
  )
  measured[what] = Math.round(performance.now() - start)
}

/** The status of a write with a token: creating a folder. */
const write = async (url: string, token: string) => {
  const root = encodeId('Folder', server.anna.accountId, -1)
  const body = new URLSearchParams({ title: 'Pond' })
  const headers = { authorization: `bearer ${token}` }
  return (await fetch(`${url}/api/v4/folders/${root}/folders`, { method: 'POST', body, headers })).status
}

const knows = async (url: string, client_secret: string) => {
  const body = new URLSearchParams({ client_id: client.clientId, client_secret, token: 'any' })
  return (await fetch(`${url}/oauth2/introspect`, { method: 'POST', body })).status === 200
}

const permanent = () => {
  const { personId, accountId } = server.anna
  const token = { personId, accountId, clientId: client.clientId, scopes: ['Default', 'amReadOnlyUser'], name: 'Pump' }
  return issuePermanentToken(server.store.database, token)
}

/** An access token of a consent, as the token endpoint makes it. */
async function access(): Promise<string> {
  const { personId, accountId } = server.anna
  const { database } = server.store
  const given = { clientId: client.clientId, personId, accountId, allAccounts: false, scopes: ['Default'] as const }
  const grantId = await createGrant(database, { ...given, separator: ',', redirectUri: null })
  const token = `twa_${grantId}`
  await database
    .insertInto('access_token')
    .values({
      token_hash: hashSecret(token),
      kind: 'access',
      person_id: personId,
      account_id: accountId,
      client_id: client.clientId,
      scopes: ['Default'],
      grant_id: grantId,
      expires_at: new Date(Date.now() + 3_600_000),
    })
    .execute()
  return token
}

const secretOf = (text: string) => /<code[^>]*>(tws_[\w-]{43})<\/code>/.exec(text)?.[1] ?? ''
const path = () => `/applications/${client.clientId}`

test('a secret that is replaced without an overlap is refused', async () => {
  const old = client.clientSecret
  await untilAll(
    'secret replaced',
    async () => {
      await anna.open(`${path()}/credentials`)
      client.clientSecret = secretOf((await anna.submit({ overlap: 'none' }, `${path()}/secret`)).text)
    },
    async (url) => !(await knows(url, old)),
  )
  for (const url of urls) expect(await knows(url, client.clientSecret)).toBe(true)
})

test('an old secret whose overlap is ended is refused', async () => {
  const old = client.clientSecret
  await anna.open(`${path()}/credentials`)
  client.clientSecret = secretOf((await anna.submit({ overlap: 'week' }, `${path()}/secret`)).text)
  await untilAll(
    'overlap ended',
    async () => {
      await anna.open(`${path()}/credentials`)
      await anna.submit({}, `${path()}/secret/end`)
    },
    async (url) => !(await knows(url, old)),
  )
})

test('a permanent token that is revoked is refused', async () => {
  const token = await permanent()
  await untilAll(
    'token revoked',
    async () => {
      await anna.open(`${path()}/tokens`)
      await anna.submit({}, `${path()}/tokens/revocation`)
    },
    async (url) => (await write(url, token)) === 401,
  )
})

test('a consent that is revoked takes its tokens along', async () => {
  const token = await access()
  await untilAll(
    'consent revoked',
    async () => {
      await anna.open(`${path()}/tokens`)
      await anna.submit({}, `${path()}/consents/revocation`)
    },
    async (url) => (await write(url, token)) === 401,
  )
})

test('scopes that are narrowed are refused, and what is left works', async () => {
  const tokens = [await permanent(), await access()]
  await untilAll(
    'scopes narrowed',
    async () => {
      await anna.open(path())
      await anna.submit({ extent: 'some', scope: ['wsReadOnly'] }, `${path()}/scopes`)
    },
    async (url) => (await Promise.all(tokens.map((token) => write(url, token)))).every((status) => status === 403),
  )
  for (const token of tokens) {
    const { status } = await fetch(`${urls[1]}/api/v4/folders`, { headers: { authorization: `bearer ${token}` } })
    expect(status).toBe(200)
  }
  await anna.open(path())
  await anna.submit({ extent: 'all' }, `${path()}/scopes`)
})

test('a suspended application is refused', async () => {
  const token = await permanent()
  const { database } = server.store
  const { clientId } = client
  await untilAll(
    'suspended',
    () => database.transaction().execute((rows) => suspendApplication(rows, clientId, 'It floods the pond', null)),
    async (url) => (await write(url, token)) === 403,
  )
  await database.transaction().execute((rows) => resumeApplication(rows, clientId, null))
})

test('everything that is invalidated is refused', async () => {
  const tokens = [await permanent(), await access()]
  const old = client.clientSecret
  await untilAll(
    'all invalidated',
    async () => {
      await anna.open(`${path()}/credentials`)
      client.clientSecret = secretOf((await anna.submit({ sure: '1' }, `${path()}/invalidation`)).text)
    },
    async (url) =>
      !(await knows(url, old)) &&
      (await Promise.all(tokens.map((token) => write(url, token)))).every((status) => status === 401),
  )
  for (const url of urls) expect(await knows(url, client.clientSecret)).toBe(true)
})
