import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { createApplication } from './applications.ts'
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

const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error

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

describe('the request', () => {
  const fault = async (query: Record<string, string>, accept = 'application/json') => {
    const url = `${server.url}/oauth2/authorize/v4?${new URLSearchParams(query)}`
    const response = await fetch(url, { redirect: 'manual', headers: { accept } })
    return { status: response.status, text: await response.text(), location: response.headers.get('location') }
  }

  test.each([
    'http://localhost:8765/callback/',
    'http://localhost:8766/callback',
    'https://evil.example/callback',
    'http://localhost:8765/callback?more=1',
    'not a uri',
  ])('a redirect URI that is not registered is never followed: %s', async (redirect_uri) => {
    const query = { response_type: 'code', client_id: server.clientId, redirect_uri }
    expect(await fault(query)).toMatchObject({
      status: 400,
      location: null,
      text: '{"error":"invalid_request","error_description":"Redirect uri is missing or invalid"}',
    })
    expect((await fault(query, 'text/html')).text).toContain('Redirect uri is missing or invalid')
  })

  test('an unknown or missing client is told on a page of ours', async () => {
    expect(await fault({ response_type: 'code', client_id: 'nobody' })).toMatchObject({ status: 400, location: null })
    expect(await fault({ response_type: 'code' })).toMatchObject({ status: 400, location: null })
  })

  test('with several registered redirect URIs one must be named', async () => {
    const { database } = server.store
    const redirectUris = ['https://one.example/back', 'https://two.example/back']
    const owner = { ownerPersonId: server.anna.personId, accountId: server.anna.accountId }
    const several = await createApplication(database, { name: 'Two', ...owner, redirectUris })
    const query = { response_type: 'code', client_id: several.clientId }
    expect((await fault(query)).text).toContain('Redirect uri is missing or invalid')
    const answer = await server.consent(browser, { ...query, redirect_uri: redirectUris[1] ?? '' })
    expect(answer.url.origin).toBe('https://two.example')
  })

  test.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ response_type: '' }, 'invalid_request'],
    [{ response_type: 'code', scope: 'wsReadOnly,Everything' }, 'invalid_scope'],
    [{ response_type: 'code', scope: 'default' }, 'invalid_scope'],
    [{ response_type: 'code', code_challenge: 'a'.repeat(43) }, 'invalid_request'],
    [{ response_type: 'code', code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }, 'invalid_request'],
    [{ response_type: 'code', resource: 'https://elsewhere.example/' }, 'invalid_target'],
  ])('%o goes to the redirect URI as %s', async (query, error) => {
    const answer = await fault({ client_id: server.clientId, state: 'x y', ...query })
    const url = new URL(answer.location ?? '')
    expect(answer.status).toBe(302)
    expect(url.origin + url.pathname).toBe(server.redirectUri)
    expect(url.searchParams.get('error')).toBe(error)
    expect(url.searchParams.get('state')).toBe('x y')
  })

  test('a person who denies sends access_denied', async () => {
    await browser.open(`/oauth2/authorize/v4?response_type=code&client_id=${server.clientId}&state=s`)
    const { url } = await browser.submit({ answer: 'deny' }, browser.page?.url.pathname)
    expect(url.searchParams.get('error')).toBe('access_denied')
    expect(url.searchParams.get('state')).toBe('s')
    expect(url.searchParams.has('code')).toBe(false)
  })

  test('state comes back unchanged, empty too; unknown parameters are ignored', async () => {
    const query = { response_type: 'code', client_id: server.clientId, foo: 'bar', prompt: 'none', nonce: 'n' }
    const filled = await server.consent(browser, { ...query, state: 'ä&=%20' })
    expect(filled.url.searchParams.get('state')).toBe('ä&=%20')
    const empty = await server.consent(browser, { ...query, state: '' })
    expect(empty.url.searchParams.get('state')).toBe('')
    expect((await server.consent(browser, query)).url.searchParams.has('state')).toBe(false)
  })

  test('iss names the server to clients that found it by its metadata, and to no other', async () => {
    const metadata = await (await fetch(`${server.url}/.well-known/oauth-authorization-server`)).json()
    const { authorization_endpoint } = metadata as { authorization_endpoint: string }
    const query = { response_type: 'code', client_id: server.clientId }
    const found = await server.consent(browser, query, new URL(authorization_endpoint).pathname)
    expect(found.url.searchParams.get('iss')).toBe(server.url)
    const told = await server.consent(browser, query)
    expect([...told.url.searchParams.keys()]).toEqual(['code'])
  })

  test('the query of a registered redirect URI is kept', async () => {
    const owner = { ownerPersonId: server.anna.personId, accountId: server.anna.accountId }
    const redirectUris = ['https://shop.example/back?shop=7']
    const shop = await createApplication(server.store.database, { name: 'Shop', ...owner, redirectUris })
    const { url } = await server.consent(browser, { response_type: 'code', client_id: shop.clientId })
    expect(url.searchParams.get('shop')).toBe('7')
    expect(url.searchParams.get('code')).toBeTruthy()
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

describe('the exchange', () => {
  test('a code works once; used twice, its tokens die', async () => {
    const code = await codeFor()
    const first = await exchange({ ...client, code })
    expect(await exchange({ ...client, code })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await findToken(server.store.database, String(first.body.access_token))).toBeUndefined()
    const refresh = { ...client, grant_type: 'refresh_token', refresh_token: String(first.body.refresh_token) }
    expect(await server.post('/oauth2/token', refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('of two exchanges at once at most one gets tokens, and they are dead', async () => {
    const code = await codeFor()
    const answers = await Promise.all([1, 2, 3].map(() => exchange({ ...client, code })))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    for (const { body } of answers) {
      if (body.access_token) expect(await findToken(server.store.database, String(body.access_token))).toBeUndefined()
      else expect(body.error).toBe('invalid_grant')
    }
  })

  test('a redirect URI that was named must be named again, and be the same', async () => {
    const named = { redirect_uri: server.redirectUri }
    expect((await exchange({ ...client, code: await codeFor(named) })).body.error).toBe('invalid_grant')
    const wrong = { ...client, code: await codeFor(named), redirect_uri: 'http://localhost:8765/other' }
    expect((await exchange(wrong)).body.error).toBe('invalid_grant')
    expect((await exchange({ ...client, ...named, code: await codeFor(named) })).status).toBe(200)
    // Left out before, sent now: fine if it is the registered one.
    expect((await exchange({ ...client, ...named, code: await codeFor() })).status).toBe(200)
  })

  test('PKCE: the verifier must fit the challenge, and neither goes without the other', async () => {
    const verifier = 'v'.repeat(43)
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
    const wrong = { ...client, code: await codeFor(pkce), code_verifier: 'w'.repeat(43) }
    expect((await exchange(wrong)).body.error).toBe('invalid_grant')
    expect((await exchange({ ...client, code: await codeFor(pkce) })).body.error).toBe('invalid_grant')
    const needless = { ...client, code: await codeFor(), code_verifier: verifier }
    expect((await exchange(needless)).body.error).toBe('invalid_grant')
    expect((await exchange({ ...client, code: await codeFor(pkce), code_verifier: verifier })).status).toBe(200)
  })

  test('a public client needs PKCE and no secret, and may choose its loopback port', async () => {
    const owner = { ownerPersonId: server.anna.personId, accountId: server.anna.accountId }
    const redirectUris = ['http://127.0.0.1/back', 'com.example.app:/back']
    const tool = await createApplication(server.store.database, {
      name: 'Tool',
      ...owner,
      redirectUris,
      isPublic: true,
    })
    const verifier = 'v'.repeat(64)
    const code_challenge = createHash('sha256').update(verifier).digest('base64url')
    const query = { response_type: 'code', client_id: tool.clientId, redirect_uri: 'http://127.0.0.1:49152/back' }
    await browser.open(`/oauth2/authorize/v4?${new URLSearchParams(query)}`)
    expect(browser.page?.url.searchParams.get('error')).toBe('invalid_request')
    const answer = await server.consent(browser, { ...query, code_challenge, code_challenge_method: 'S256' })
    expect(answer.url.host).toBe('127.0.0.1:49152')
    const code = answer.url.searchParams.get('code') ?? ''
    const { redirect_uri, client_id } = query
    expect((await exchange({ client_id, redirect_uri, code, code_verifier: verifier })).status).toBe(200)
  })

  test('HTTP Basic, both ways at once, the query of an empty POST and JSON are understood', async () => {
    const basic = { authorization: `Basic ${btoa(`${client.client_id}:${client.client_secret}`)}` }
    expect((await exchange({ code: await codeFor() }, basic)).status).toBe(200)
    expect((await exchange({ ...client, code: await codeFor() }, basic)).status).toBe(200)
    const other = await exchange({ ...client, client_id: 'other', code: 'x' }, basic)
    expect(other).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    const given = async () => ({ ...client, grant_type: 'authorization_code', code: await codeFor() })
    const query = new URLSearchParams(await given())
    expect((await fetch(`${server.url}/oauth2/token?${query}`, { method: 'POST' })).status).toBe(200)
    const body = JSON.stringify(await given())
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${server.url}/oauth2/token`, { method: 'POST', body, headers })).status).toBe(200)
  })

  test.each([
    ['wrong secret in the body', { client_secret: 'wrong' }, 401, 'unauthorized_client'],
    ['unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
    ['missing client', { client_id: '' }, 400, 'invalid_request'],
    ['missing secret', { client_secret: '' }, 400, 'invalid_request'],
    ['unknown code', { code: 'nonsense' }, 400, 'invalid_grant'],
    ['missing code', { code: '' }, 400, 'invalid_request'],
    ['other grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['missing grant', { grant_type: '' }, 400, 'invalid_request'],
  ])('%s', async (_case, form, status, error) => {
    const answer = await exchange({ ...client, code: 'x', ...form })
    expect(answer).toMatchObject({ status, body: { error, error_description: expect.any(String) } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('a wrong secret in HTTP Basic asks for Basic', async () => {
    const answer = await exchange({ code: 'x' }, { authorization: `Basic ${btoa(`${client.client_id}:wrong`)}` })
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/)
  })

  test('repeated parameters and other verbs are invalid requests', async () => {
    const body = new URLSearchParams([
      ['grant_type', 'a'],
      ['grant_type', 'b'],
    ])
    const repeated = await fetch(`${server.url}/oauth2/token`, { method: 'POST', body })
    expect([repeated.status, await errorOf(repeated)]).toEqual([400, 'invalid_request'])
    const read = await fetch(`${server.url}/oauth2/token?grant_type=authorization_code`)
    expect([read.status, await errorOf(read), read.headers.get('allow')]).toEqual([400, 'invalid_request', 'POST'])
  })

  test("another application can't use a code", async () => {
    const owner = { ownerPersonId: server.anna.personId, accountId: server.anna.accountId }
    const thief = await createApplication(server.store.database, {
      name: 'Thief',
      ...owner,
      redirectUris: [server.redirectUri],
    })
    const form = { client_id: thief.clientId, client_secret: thief.clientSecret, code: await codeFor() }
    expect((await exchange(form)).body.error).toBe('invalid_grant')
  })

  test('a code lapses after ten minutes', async () => {
    const code = await codeFor()
    const { database } = server.store
    await sql`update oauth_payload set payload = payload || jsonb_build_object('exp', (payload->>'exp')::bigint - 599)
      where model = 'AuthorizationCode' and consumed_at is null`.execute(database)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(await exchange({ ...client, code })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })
})
