import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { findToken } from './tokens.ts'

let server: PeopleServer
let browser: WebBrowser
let client: { client_id: string; client_secret: string }
beforeAll(async () => {
  server = await startPeopleServer()
  browser = await server.annasBrowser()
  client = { client_id: server.clientId, client_secret: server.clientSecret }
})
afterAll(() => server.close())

/** An authorization code for Garden robot, by consent of Anna. */
async function codeFor(more: Record<string, string> = {}, path?: string): Promise<string> {
  const query = { response_type: 'code', client_id: server.clientId, ...more }
  return (await server.consent(browser, query, path)).url.searchParams.get('code') ?? ''
}

const exchange = (form: Record<string, string>, headers?: Record<string, string>) =>
  server.post('/oauth2/token', { grant_type: 'authorization_code', ...form }, headers)

describe('the walk of the FAQ', () => {
  test('a minimal link, a sign-in, a consent, a code, tokens, and refreshing without any person', async () => {
    const { clientId, anna } = server
    const technicalUser = server.browser()
    await technicalUser.open(`/oauth2/authorize?response_type=code&client_id=${clientId}`)
    expect(technicalUser.page?.url.pathname).toBe('/sign-in')
    await technicalUser.submit({ email: anna.email, password })
    expect(technicalUser.page?.text).toContain('<strong class="application">Garden robot</strong>')
    const account = String(anna.accountId)
    const redirect = await technicalUser.submit({ answer: 'allow', account }, technicalUser.page?.url.pathname)

    expect(redirect.status).toBe(302)
    expect(redirect.url.href).toMatch(/^http:\/\/localhost:8765\/callback\?code=[\w-]{22}$/)
    const tokens = await exchange({ ...client, code: redirect.url.searchParams.get('code') ?? '' })

    expect(tokens.status).toBe(200)
    expect(tokens.headers.get('cache-control')).toBe('no-store')
    expect(tokens.body).toEqual({
      access_token: expect.stringMatching(/^twa_[\w-]{43}$/),
      refresh_token: expect.stringMatching(/^twr_[\w-]{43}$/),
      token_type: 'bearer',
      expires_in: 3600,
      host: new URL(server.url).host,
      scope: 'Default',
    })
    const facts = await findToken(server.store.database, String(tokens.body.access_token))
    expect(facts).toMatchObject({ kind: 'access', personId: anna.personId, accountId: anna.accountId })

    const refresh = { ...client, grant_type: 'refresh_token', refresh_token: String(tokens.body.refresh_token) }
    const refreshed = await server.post('/oauth2/token', refresh)
    expect(refreshed.status).toBe(200)
    expect(refreshed.body.refresh_token).not.toBe(tokens.body.refresh_token)
    // The old access token lives on to its end: calls in flight must not fail.
    expect(await findToken(server.store.database, String(tokens.body.access_token))).toBeDefined()
  })
})

describe('scopes', () => {
  test.each([
    ['wsReadOnly,amReadOnlyUser', 'wsReadOnly,amReadOnlyUser'],
    ['wsReadOnly amReadOnlyUser', 'wsReadOnly amReadOnlyUser'],
    ['wsReadOnly, amReadOnlyUser', 'wsReadOnly,amReadOnlyUser'],
    ['wsReadOnly', 'wsReadOnly'],
    ['', 'Default'],
  ])('asked as "%s" they are answered as "%s"', async (scope, answered) => {
    const { body } = await exchange({ ...client, code: await codeFor({ scope }) })
    expect(body.scope).toBe(answered)
    const facts = await findToken(server.store.database, String(body.access_token))
    expect(facts?.scopes).toEqual(answered.split(/[ ,]/))
  })

  test('the two addresses make the two kinds of token', async () => {
    const one = await exchange({ ...client, code: await codeFor() })
    const all = await exchange({ ...client, code: await codeFor({}, '/oauth2/authorize') })
    const factsOf = (answer: typeof one) => findToken(server.store.database, String(answer.body.access_token))
    expect(await factsOf(one)).toMatchObject({ allAccounts: false, accountId: server.anna.accountId })
    expect(await factsOf(all)).toMatchObject({ allAccounts: true, accountId: server.anna.accountId })
  })
})
