import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import type { WebBrowser } from '#testing/web-browser.ts'
import { createApplication } from './applications.ts'

let server: PeopleServer
let browser: WebBrowser
beforeAll(async () => {
  server = await startPeopleServer()
  browser = await server.annasBrowser()
})
afterAll(() => server.close())

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
