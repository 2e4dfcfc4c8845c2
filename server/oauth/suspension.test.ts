import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { limitRequests } from './request-limit.ts'
import { resumeApplication, suspendApplication } from './suspension.ts'

let server: PeopleServer
let browser: WebBrowser
let client: { client_id: string; client_secret: string }
beforeAll(async () => {
  server = await startPeopleServer({ RATE_LIMIT_PER_MINUTE: '0' })
  browser = await server.annasBrowser()
  client = { client_id: server.clientId, client_secret: server.clientSecret }
})
beforeEach(() => inOne((rows) => resumeApplication(rows, server.clientId, null)))
afterAll(() => server.close())

const because = 'It sends "far" too much: 5 € of mail'
const inOne = <R>(work: (rows: PeopleServer['store']['database']) => Promise<R>) =>
  server.store.database.transaction().execute(work)
const suspendIt = () => inOne((rows) => suspendApplication(rows, server.clientId, because, server.anna.personId))
const call = async (token: string) => {
  const response = await fetch(`${server.url}/api/v4/version`, { headers: { authorization: `bearer ${token}` } })
  return { status: response.status, body: await response.json(), headers: response.headers }
}
const permanent = () =>
  issuePermanentToken(server.store.database, {
    ...server.anna,
    clientId: server.clientId,
    scopes: ['Default'],
    name: 'test',
  })

describe('while an application is suspended', () => {
  test('its tokens are refused with the reason, those known already too, and work again afterwards', async () => {
    const tokens = [(await server.tokens()).access_token, await permanent()]
    for (const token of tokens) expect((await call(token)).status).toBe(200)
    await suspendIt()
    for (const token of tokens) {
      await expect.poll(async () => (await call(token)).status).toBe(403)
      expect((await call(token)).body).toEqual({
        error: 'not_allowed',
        errorDescription: `The application is suspended by whoever runs this server: ${because}`,
      })
    }
    await inOne((rows) => resumeApplication(rows, server.clientId, null))
    for (const token of tokens) await expect.poll(async () => (await call(token)).status).toBe(200)
  })

  test('it gets no tokens: not by a refresh, a code or a device; the refresh token works afterwards', async () => {
    const { refresh_token } = await server.tokens()
    const query = { response_type: 'code', client_id: server.clientId }
    const code = (await server.consent(browser, query)).url.searchParams.get('code') ?? ''
    await suspendIt()
    const refused = {
      status: 400,
      body: {
        error: 'unauthorized_client',
        error_description:
          "The application is suspended by whoever runs this server: It sends 'far' too much: 5 ? of mail",
      },
    }
    const refresh = { ...client, grant_type: 'refresh_token', refresh_token }
    expect(await server.post('/oauth2/token', refresh)).toMatchObject(refused)
    expect(await server.post('/oauth2/token', { ...client, grant_type: 'authorization_code', code })).toMatchObject(
      refused,
    )
    expect(await server.post('/oauth2/device_authorization', client)).toMatchObject(refused)
    expect((await server.post('/oauth2/token', { ...refresh, client_secret: 'wrong' })).status).toBe(401)
    await inOne((rows) => resumeApplication(rows, server.clientId, null))
    expect((await server.post('/oauth2/token', refresh)).status).toBe(200)
  })

  test('its tokens are not active, and may still be revoked', async () => {
    const { access_token } = await server.tokens()
    await suspendIt()
    expect((await server.post('/oauth2/introspect', { ...client, token: access_token })).body).toEqual({
      active: false,
    })
    expect((await server.post('/oauth2/revoke', { ...client, token: access_token })).status).toBe(200)
    await inOne((rows) => resumeApplication(rows, server.clientId, null))
    expect((await call(access_token)).status).toBe(401)
  })

  test('people are told why in place of the consent screen, and are not sent back to it', async () => {
    const query = { response_type: 'code', client_id: server.clientId }
    const path = `/oauth2/authorize/v4?${new URLSearchParams(query)}`
    await browser.open(path)
    expect(browser.page?.url.pathname).toMatch(/^\/consent\//)
    await suspendIt()
    for (const page of [
      await browser.submit({ answer: 'allow' }, browser.page?.url.pathname),
      await browser.open(path),
    ]) {
      expect({ status: page.status, host: page.url.host }).toEqual({ status: 403, host: new URL(server.url).host })
      expect(page.text).toContain('Garden robot is suspended')
      expect(page.text).toContain('It sends &quot;far&quot; too much: 5 € of mail')
    }
    const response = await fetch(`${server.url}${path}`, { headers: { accept: 'application/json' } })
    expect(await response.json()).toMatchObject({ error: 'unauthorized_client' })
  })

  test('a device that waits is not let in', async () => {
    const { body } = await server.post('/oauth2/device_authorization', client)
    await suspendIt()
    await browser.open('/device')
    const page = await browser.submit({ user_code: String(body.user_code), answer: 'allow' }, '/device')
    expect(page.text).toContain('Garden robot is suspended')
  })

  test('it is suspended once, and resumed once', async () => {
    expect([await suspendIt(), await suspendIt()]).toEqual([true, false])
    const resume = () => inOne((rows) => resumeApplication(rows, server.clientId, null))
    expect([await resume(), await resume()]).toEqual([true, false])
  })
})

describe('a limit of an application’s own', () => {
  const limit = (perMinute: number | null) => inOne((rows) => limitRequests(rows, server.clientId, perMinute))
  const policyOf = async (token: string) => (await call(token)).headers.get('ratelimit-policy')

  test('holds in place of the server’s, at once, with what was sent in this minute', async () => {
    const token = await permanent()
    expect(await policyOf(token)).toBeNull()
    await limit(1000)
    await expect.poll(() => policyOf(token)).toBe('"application";q=1000;w=60')
    await limit(2)
    await expect.poll(async () => (await call(token)).status).toBe(429)
    const { body, headers } = await call(token)
    expect(body).toEqual({
      error: 'rate_limit_exceeded',
      errorDescription: 'IP or access token exceeded limit: 2 requests per minute',
    })
    expect(headers.get('ratelimit')).toMatch(/^"application";r=0;t=\d+$/)
    await limit(0)
    await expect.poll(() => policyOf(token)).toBeNull()
    await limit(null)
    await expect.poll(async () => (await call(token)).status).toBe(200)
  })
})

test('the last use of an application is known to ten minutes', async () => {
  const used = async () =>
    (
      await server.store.database
        .selectFrom('application')
        .select('last_used_at')
        .where('client_id', '=', server.clientId)
        .executeTakeFirstOrThrow()
    ).last_used_at
  await call(await permanent())
  const first = await used()
  expect(Date.now() - (first?.getTime() ?? 0)).toBeLessThan(600_000)
  await call(await permanent())
  expect(await used()).toEqual(first)
})
