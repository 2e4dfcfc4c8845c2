import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
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
