import { Auth } from '@auth/core'
import * as oauth from 'oauth4webapi'
import { AuthorizationCode } from 'simple-oauth2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { createApplication } from './applications.ts'
import { findToken } from './tokens.ts'

/** Libraries that others wrote, with nothing changed but the host. */

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

/** Anna opens the address that a library made and allows. The answer is where the library's own server would be called. */
async function allow(address: string): Promise<URL> {
  const browser = await server.annasBrowser()
  const { pathname, searchParams } = new URL(address)
  return (await server.consent(browser, Object.fromEntries(searchParams), pathname)).url
}

const works = async (token: unknown) => (await findToken(server.store.database, String(token))) !== undefined

test.each(['body', 'header'] as const)('simple-oauth2, with the secret in the %s', async (authorizationMethod) => {
  const client = new AuthorizationCode({
    client: { id: server.clientId, secret: server.clientSecret },
    auth: { tokenHost: server.url, tokenPath: '/oauth2/token', authorizePath: '/oauth2/authorize/v4' },
    options: { authorizationMethod },
  })
  const redirect_uri = server.redirectUri
  const back = await allow(client.authorizeURL({ redirect_uri, scope: ['wsReadWrite', 'amReadOnlyUser'], state: 's' }))
  expect(back.searchParams.get('state')).toBe('s')
  const token = await client.getToken({ code: back.searchParams.get('code') ?? '', redirect_uri })
  expect(token.token).toMatchObject({ token_type: 'bearer', host: new URL(server.url).host, expires_in: 3600 })
  expect(token.expired()).toBe(false)
  const fresh = await token.refresh()
  expect(await works(fresh.token.access_token)).toBe(true)
})

test('oauth4webapi: discovery, PKCE, iss, exchange, refresh, introspection, revocation', async () => {
  const insecure = { [oauth.allowInsecureRequests]: true }
  const issuer = new URL(server.url)
  const discovery = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure })
  const as = await oauth.processDiscoveryResponse(issuer, discovery)
  const client: oauth.Client = { client_id: server.clientId }
  const authentication = oauth.ClientSecretPost(server.clientSecret)
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const address = new URL(as.authorization_endpoint ?? '')
  address.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: server.redirectUri,
    response_type: 'code',
    scope: 'wsReadOnly amReadOnlyUser',
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString()
  const callback = oauth.validateAuthResponse(as, client, await allow(address.href), state)
  const exchange = [as, client, authentication, callback, server.redirectUri, verifier, insecure] as const
  const tokens = await oauth.processAuthorizationCodeResponse(
    as,
    client,
    await oauth.authorizationCodeGrantRequest(...exchange),
  )
  expect(tokens.scope).toBe('wsReadOnly amReadOnlyUser')
  const refreshed = await oauth.processRefreshTokenResponse(
    as,
    client,
    await oauth.refreshTokenGrantRequest(as, client, authentication, tokens.refresh_token ?? '', insecure),
  )
  const introspected = await oauth.processIntrospectionResponse(
    as,
    client,
    await oauth.introspectionRequest(as, client, authentication, refreshed.access_token, insecure),
  )
  expect(introspected).toMatchObject({ active: true, client_id: client.client_id })
  await oauth.processRevocationResponse(
    await oauth.revocationRequest(as, client, authentication, refreshed.refresh_token ?? '', insecure),
  )
  expect(await works(refreshed.access_token)).toBe(false)
})

test('oauth4webapi: the device grant of a public client', async () => {
  const insecure = { [oauth.allowInsecureRequests]: true }
  const issuer = new URL(server.url)
  const discovery = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure })
  const as = await oauth.processDiscoveryResponse(issuer, discovery)
  const owner = { ownerPersonId: server.anna.personId, accountId: server.anna.accountId }
  const { clientId } = await createApplication(server.store.database, {
    name: 'Lamp',
    ...owner,
    redirectUris: [],
    isPublic: true,
  })
  const client: oauth.Client = { client_id: clientId }
  const begun = await oauth.deviceAuthorizationRequest(as, client, oauth.None(), new URLSearchParams(), insecure)
  const device = await oauth.processDeviceAuthorizationResponse(as, client, begun)
  const browser = await server.annasBrowser()
  await browser.open(device.verification_uri_complete ?? '')
  await browser.submit({ user_code: device.user_code })
  await browser.submit({ answer: 'allow', account: String(server.anna.accountId) })
  const answer = await oauth.deviceCodeGrantRequest(as, client, oauth.None(), device.device_code, insecure)
  const tokens = await oauth.processDeviceCodeResponse(as, client, answer)
  expect(await works(tokens.access_token)).toBe(true)
})

test('Auth.js, as a site that lets people sign in with the vendor configures it', async () => {
  const site = 'http://localhost:3999'
  const application = await createApplication(server.store.database, {
    name: 'A site',
    ownerPersonId: server.anna.personId,
    accountId: server.anna.accountId,
    redirectUris: [`${site}/auth/callback/wrike`],
  })
  const seen: unknown[] = []
  const config: Parameters<typeof Auth>[1] = {
    basePath: '/auth',
    secret: 'a secret of the site',
    trustHost: true,
    providers: [
      {
        id: 'wrike',
        name: 'Wrike',
        type: 'oauth',
        clientId: application.clientId,
        clientSecret: application.clientSecret,
        authorization: { url: `${server.url}/oauth2/authorize/v4`, params: { scope: 'Default' } },
        token: `${server.url}/oauth2/token`,
        userinfo: {
          url: `${server.url}/api/v4/contacts?me=true`,
          async request({ tokens }: { tokens: { access_token?: string; host?: string } }) {
            seen.push(tokens)
            return (await findToken(server.store.database, tokens.access_token ?? '')) ?? {}
          },
        },
        profile: ({ personId }) => ({ id: String(personId), name: 'Anna' }),
      },
    ],
  }
  const { value, csrf } = await authCookies(site, config)
  const signIn = await Auth(
    new Request(`${site}/auth/signin/wrike`, {
      method: 'POST',
      headers: { cookie: value, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken: csrf }),
    }),
    config,
  )
  const back = await allow(signIn.headers.get('location') ?? '')
  const cookie = [value, ...signIn.headers.getSetCookie().map((one) => one.split(';')[0])].join('; ')
  const done = await Auth(new Request(back, { headers: { cookie } }), config)
  expect(done.status).toBe(302)
  expect(done.headers.get('location')).not.toContain('error')
  expect(done.headers.getSetCookie().join()).toContain('authjs.session-token=')
  expect(seen).toEqual([expect.objectContaining({ host: new URL(server.url).host, token_type: 'bearer' })])
})

/** The site's page has a form token of its own. */
async function authCookies(site: string, config: Parameters<typeof Auth>[1]) {
  const answer = await Auth(new Request(`${site}/auth/csrf`), config)
  const { csrfToken } = (await answer.json()) as { csrfToken: string }
  return {
    csrf: csrfToken,
    value: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  }
}
