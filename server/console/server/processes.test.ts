import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { freePort } from '#testing/free-port.ts'
import { inDatabase } from '#testing/global-setup.ts'
import { settled } from '#testing/people.ts'
import { password } from '#testing/people-server.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'
import { type TestStore, testStore } from '#testing/store.ts'
import { WebBrowser } from '#testing/web-browser.ts'
import { hashPassword } from '../passwords.ts'

/** Two processes of the server on one database. What is done at the desk of the first holds at both within a second. */
let store: TestStore
let processes: ServerProcess[] = []
let urls: string[] = []
let browser: WebBrowser
let clientId: string
let clientSecret: string
let token: string

beforeAll(async () => {
  store = await testStore()
  const { database, pool } = store
  const { rows } = await pool.query('select current_database() as name')
  const { connectionString, host, user } = inDatabase(inject('postgres'), rows[0].name)
  const DATABASE_URL =
    connectionString ?? `postgres://${user}@localhost/${rows[0].name}?host=${encodeURIComponent(host as string)}`
  const owner = { email: 'anna@example.com', firstName: 'Anna', passwordHash: await hashPassword(password) }
  const anna = await createAccount(database, { name: 'Acme', owner: { ...owner, emailConfirmed: true } })
  const { personId, accountId } = anna
  const robot = { name: 'Robot', ownerPersonId: personId, accountId, redirectUris: [] }
  const made = await createApplication(database, robot)
  clientId = made.clientId
  clientSecret = made.clientSecret
  token = await issuePermanentToken(database, { personId, accountId, clientId, scopes: ['Default'], name: 'test' })
  const ports = await Promise.all([freePort(), freePort()])
  urls = ports.map((port) => `http://127.0.0.1:${port}`)
  processes = await Promise.all(
    ports.map((port) =>
      startServerProcess({
        DATABASE_URL,
        PORT: String(port),
        HOST: '127.0.0.1',
        // Both are reached below one address, as behind a load balancer.
        PUBLIC_URL: urls[0] as string,
        DEMO: 'false',
        RATE_LIMIT_PER_MINUTE: '5000',
        LONGEST_DELAY: '0',
      }),
    ),
  )
  await Promise.all(urls.map(settled))
  browser = new WebBrowser(urls[0] as string)
  const { status } = await browser.open('/sign-in')
  expect(status, processes[0]?.printed()).toBe(200)
  await browser.submit({ email: 'anna@example.com', password })
}, 60_000)
afterAll(async () => {
  await Promise.all(processes.map((one) => one.end('SIGTERM')))
  await store.close()
})

const call = async (url: string) => {
  const response = await fetch(`${url}/api/v4/version`, { headers: { authorization: `bearer ${token}` } })
  await response.arrayBuffer()
  return { status: response.status, policy: response.headers.get('ratelimit-policy') }
}
const knows = async (url: string, secret: string) => {
  const body = new URLSearchParams({ client_id: clientId, client_secret: secret })
  return (await fetch(`${url}/oauth2/device_authorization`, { method: 'POST', body })).status === 200
}
const readOutbox = async () =>
  (await store.database.selectFrom('outbox_mail').select('text').orderBy('mail_id', 'desc').execute()).map(
    ({ text }) => text,
  )

/** Sends a form at the first process; milliseconds from when it was sent until `isSo` at each of them. */
async function untilBoth(
  form: string,
  values: Record<string, string>,
  isSo: (url: string) => Promise<boolean>,
): Promise<number[]> {
  // Both have the token in memory.
  for (const url of urls) await call(url)
  await browser.open(`/server/applications/${clientId}/support`)
  const began = performance.now()
  const sent = browser.submit({ why: 'A test', ...values }, `/server/applications/${clientId}/${form}`)
  const waits = urls.map(async (url) => {
    while (!(await isSo(url)) && performance.now() - began < 5000) await sleep(5)
    return performance.now() - began
  })
  const [page, ...took] = await Promise.all([sent, ...waits])
  expect(page.status).toBe(200)
  process.stdout.write(`${form} ${JSON.stringify(values)}: ${took.map(Math.round).join(' and ')} ms\n`)
  return took
}
const withinASecond = (took: number[]) => expect(Math.max(...took), took.join(' and ')).toBeLessThan(1000)

test('both processes are on the overview', async () => {
  const { text } = await browser.open('/server')
  for (const one of processes) expect(text).toContain(String(one.process.pid))
})

test('a limit of its own, and the server’s again', async () => {
  withinASecond(
    await untilBoth(
      'limit',
      { per_minute: '4321' },
      async (url) => (await call(url)).policy === '"application";q=4321;w=60',
    ),
  )
  withinASecond(
    await untilBoth('limit', { per_minute: '' }, async (url) => (await call(url)).policy === '"default";q=5000;w=60'),
  )
})

test('a suspension, and its end', async () => {
  withinASecond(await untilBoth('suspension', {}, async (url) => (await call(url)).status === 403))
  withinASecond(await untilBoth('resumption', {}, async (url) => (await call(url)).status === 200))
})

test('a new secret, and the end of the old one', async () => {
  withinASecond(await untilBoth('secret', { end_old: '1' }, async (url) => !(await knows(url, clientSecret))))
  const secret = (await readOutbox()).flatMap((text) => /tws_[\w-]+/.exec(text) ?? [])[0] ?? ''
  for (const url of urls) expect(await knows(url, secret)).toBe(true)
})
