import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { createApplication } from './applications.ts'
import { findToken, issuePermanentToken } from './tokens.ts'

let server: PeopleServer
let client: { client_id: string; client_secret: string }
let stranger: { client_id: string; client_secret: string }
beforeAll(async () => {
  server = await startPeopleServer()
  const { personId: ownerPersonId, accountId } = server.anna
  const other = { name: 'Stranger', ownerPersonId, accountId, redirectUris: [] }
  const { clientId, clientSecret } = await createApplication(server.store.database, other)
  client = { client_id: server.clientId, client_secret: server.clientSecret }
  stranger = { client_id: clientId, client_secret: clientSecret }
})
afterAll(() => server.close())

const works = async (token: string) => (await findToken(server.store.database, token)) !== undefined
const revoke = (token: string, by = client) => server.post('/oauth2/revoke', { ...by, token })
const introspect = (token: string, by = client) => server.post('/oauth2/introspect', { ...by, token })
const permanent = () =>
  issuePermanentToken(server.store.database, {
    ...server.anna,
    clientId: server.clientId,
    scopes: ['wsReadOnly', 'amReadOnlyUser'],
    name: 'script',
  })

test('the client must show who it is', async () => {
  expect((await revoke('x', { ...client, client_secret: 'wrong' })).status).toBe(401)
  expect((await introspect('x', { ...client, client_secret: 'wrong' })).status).toBe(401)
})

test('revoking says nothing of a token it does not know, or that is another application’s', async () => {
  const { access_token, refresh_token } = await server.tokens()
  expect(await revoke('unknown')).toMatchObject({ status: 200, body: {} })
  expect((await revoke(access_token, stranger)).status).toBe(200)
  expect((await revoke(refresh_token, stranger)).status).toBe(200)
  expect(await works(access_token)).toBe(true)
})

test('an access token takes only itself', async () => {
  const { access_token, refresh_token } = await server.tokens()
  await revoke(access_token)
  expect(await works(access_token)).toBe(false)
  const again = await server.post('/oauth2/token', { ...client, grant_type: 'refresh_token', refresh_token })
  expect(again.status).toBe(200)
})

test('a refresh token takes its family', async () => {
  const { access_token, refresh_token } = await server.tokens()
  await revoke(refresh_token)
  expect(await works(access_token)).toBe(false)
  expect((await introspect(refresh_token)).body).toEqual({ active: false })
})

test('a permanent token may be revoked by its application', async () => {
  const token = await permanent()
  await revoke(token)
  expect(await works(token)).toBe(false)
})

test('introspection tells an application of its own tokens', async () => {
  const { accountId, personId } = server.anna
  const about = {
    active: true,
    client_id: server.clientId,
    sub: encodeId('Contact', accountId, personId),
    account_id: encodeAccountId(accountId),
    host: new URL(server.url).host,
    iat: expect.any(Number),
    token_type: 'bearer',
  }
  const { access_token, refresh_token } = await server.tokens()
  expect((await introspect(access_token)).body).toEqual({ ...about, scope: 'Default', exp: expect.any(Number) })
  expect((await introspect(refresh_token)).body).toEqual({ ...about, scope: 'Default' })
  expect((await introspect(await permanent())).body).toEqual({ ...about, scope: 'wsReadOnly amReadOnlyUser' })
})

test('introspection tells nothing of others', async () => {
  const { access_token } = await server.tokens()
  expect((await introspect(access_token, stranger)).body).toEqual({ active: false })
  expect((await introspect('unknown')).body).toEqual({ active: false })
})

test('a token with an end date is found until then', async () => {
  const facts = { ...server.anna, clientId: server.clientId, scopes: ['wsReadOnly'], name: 'until' }
  const tomorrow = new Date(Date.now() + 86_400_000)
  const current = await issuePermanentToken(server.store.database, { ...facts, expiresAt: tomorrow })
  const ended = await issuePermanentToken(server.store.database, { ...facts, expiresAt: new Date(Date.now() - 1) })
  expect(await findToken(server.store.database, current)).toMatchObject({ kind: 'permanent', expiresAt: tomorrow })
  expect(await findToken(server.store.database, ended)).toBeUndefined()
})
