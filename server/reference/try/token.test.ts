import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeAccountId } from '#ids/encode.ts'
import { apiReference } from '#oauth/reference-tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'

let server: PeopleServer
let foreign: string
beforeAll(async () => {
  server = await startPeopleServer()
  const owner = { email: 'eve@example.com', firstName: 'Eve', lastName: '', emailConfirmed: true }
  foreign = encodeAccountId((await createAccount(server.store.database, { name: 'Elsewhere', owner })).accountId)
})
afterAll(() => server.close())

const own = () => encodeAccountId(server.anna.accountId)

/** What the script of a page does first. */
async function asked(browser: WebBrowser): Promise<{ formToken: string; accounts: { id: string; name: string }[] }> {
  return JSON.parse((await browser.open('/developers/token')).text)
}

async function post(browser: WebBrowser, form: Record<string, string>) {
  const { status, text } = await browser.open('/developers/token', form)
  return { status, body: text.startsWith('{') ? JSON.parse(text) : {} }
}

async function tokenOf(browser: WebBrowser, access = 'read'): Promise<string> {
  const { formToken } = await asked(browser)
  const { status, body } = await post(browser, { form_token: formToken, account: own(), access })
  expect(status).toBe(200)
  return body.token
}

const call = (token: string, path = '/contacts?me=true', init: RequestInit = {}) =>
  fetch(`${server.url}/api/v4${path}`, { ...init, headers: { authorization: `bearer ${token}` } })

test('without a session there are no accounts and no token', async () => {
  const browser = server.browser()
  expect((await browser.open('/developers/token')).status).toBe(401)
  await browser.open('/sign-in')
  const formToken = /name="form_token" value="([^"]*)"/.exec(browser.page?.text ?? '')?.[1] ?? ''
  expect((await post(browser, { form_token: formToken, account: own() })).status).toBe(401)
})

test('without the token of its own forms a browser gets no access token', async () => {
  const anna = await server.annasBrowser()
  const other = await server.annasBrowser()
  const { formToken } = await asked(other)
  for (const form_token of ['', 'x', formToken])
    expect((await post(anna, { form_token, account: own() })).status).toBe(403)
})

test('a foreign account, and one that is none, are as if there were none', async () => {
  const anna = await server.annasBrowser()
  const { formToken, accounts } = await asked(anna)
  expect(accounts).toEqual([{ id: own(), name: 'Acme' }])
  for (const account of [foreign, 'x', ''])
    expect((await post(anna, { form_token: formToken, account, access: 'read' })).status).toBe(404)
})

test('a token reads or writes as asked for, lives half an hour and is stored as a hash', async () => {
  const anna = await server.annasBrowser()
  const [reader, writer] = [await tokenOf(anna), await tokenOf(anna, 'write')]
  const make = { method: 'POST', body: new URLSearchParams({ title: 'Pond', accessType: 'Private' }) }
  expect((await call(reader)).status).toBe(200)
  expect((await call(reader, '/spaces', make)).status).toBe(403)
  expect((await call(writer, '/spaces', make)).status).toBe(200)
  expect((await call(writer, '/data_export')).status).toBe(403)
  const { rows } = await server.store.pool.query(
    `select kind, client_id, extract(epoch from expires_at - created_at)::int as seconds
     from access_token where token_hash = sha256($1)`,
    [Buffer.from(reader)],
  )
  expect(rows).toEqual([{ kind: 'access', client_id: apiReference, seconds: 1800 }])
})

test('it counts as an application of its own', async () => {
  const first = (await call(await tokenOf(await server.annasBrowser()))).headers.get('ratelimit')
  const { access_token } = await server.tokens()
  const other = (await call(access_token)).headers.get('ratelimit')
  const left = (text: string | null) => Number(/r=(\d+)/.exec(text ?? '')?.[1])
  expect(left(other)).toBeGreaterThan(left(first))
})

test('signing out ends it at once, and only what this browser had', async () => {
  const [here, there] = [await server.annasBrowser(), await server.annasBrowser()]
  const [mine, others] = [await tokenOf(here), await tokenOf(there)]
  expect((await call(mine)).status).toBe(200)
  expect((await call(others)).status).toBe(200)
  await here.open('/profile')
  await here.submit({}, '/sign-out')
  await expect.poll(async () => (await call(mine)).status).toBe(401)
  expect((await call(others)).status).toBe(200)
})

test('it stands among the applications of the profile, where it can be revoked', async () => {
  const anna = await server.annasBrowser()
  const token = await tokenOf(anna)
  expect((await anna.open('/profile')).text).toContain('API reference')
  const formToken = (await asked(anna)).formToken
  const profile = await anna.open('/profile/applications', { form_token: formToken, client_id: apiReference })
  expect(profile.text).not.toContain('API reference')
  await expect.poll(async () => (await call(token)).status).toBe(401)
})

test('nobody can ask for access in its name, and nobody owns it', async () => {
  const anna = await server.annasBrowser()
  const form = { client_id: apiReference, client_secret: '', scope: 'wsReadWrite' }
  expect((await server.post('/oauth2/device_authorization', form)).status).toBeGreaterThanOrEqual(400)
  const query = `response_type=code&client_id=${apiReference}&redirect_uri=https://evil.example`
  expect((await anna.open(`/oauth2/authorize/v4?${query}`)).status).toBe(400)
  expect((await anna.open('/applications')).text).not.toContain('API reference')
  expect((await anna.open(`/applications/${apiReference}`)).status).toBe(404)
})
