import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import { findToken } from './tokens.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer({ LOG_LEVEL: 'error' })
})
afterAll(() => server.close())

describe('the walk of the FAQ', () => {
  test('a minimal link, a sign-in, a consent, a code, tokens, and refreshing without any person', async () => {
    const { clientId, clientSecret, anna } = server
    const browser = server.browser()
    await browser.open(`/oauth2/authorize?response_type=code&client_id=${clientId}`)
    expect(browser.page?.url.pathname).toBe('/sign-in')
    await browser.submit({ email: anna.email, password })
    expect(browser.page?.text).toContain('<strong class="application">Garden robot</strong>')
    const account = String(anna.accountId)
    const redirect = await browser.submit({ answer: 'allow', account }, browser.page?.url.pathname)

    expect(redirect.status).toBe(302)
    expect(redirect.url.href).toMatch(/^http:\/\/localhost:8765\/callback\?code=[\w-]{20,50}&iss=/)
    const code = redirect.url.searchParams.get('code') ?? ''
    const client = { client_id: clientId, client_secret: clientSecret }
    const tokens = await server.post('/oauth2/token', { ...client, grant_type: 'authorization_code', code })

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
    expect(facts).toMatchObject({
      kind: 'access',
      personId: anna.personId,
      accountId: anna.accountId,
      allAccounts: true,
    })

    const refresh = { ...client, grant_type: 'refresh_token', refresh_token: String(tokens.body.refresh_token) }
    const refreshed = await server.post('/oauth2/token', refresh)
    expect(refreshed.status).toBe(200)
    expect(refreshed.body.refresh_token).not.toBe(tokens.body.refresh_token)
    // The old access token lives on to its end: calls in flight must not fail.
    expect(await findToken(server.store.database, String(tokens.body.access_token))).toBeDefined()
  })
})
