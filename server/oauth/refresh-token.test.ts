import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { replaceSecret } from './client-secret.ts'
import { endAccess } from './grants.ts'
import { findToken } from './tokens.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

const refresh = (refresh_token: string, more: Record<string, string> = {}) =>
  server.post('/oauth2/token', {
    client_id: server.clientId,
    client_secret: server.clientSecret,
    grant_type: 'refresh_token',
    refresh_token,
    ...more,
  })

const works = async (token: unknown) => (await findToken(server.store.database, String(token))) !== undefined

/** Lets time pass for everything that was used. */
const later = (seconds: number) =>
  sql`update oauth_payload set consumed_at = consumed_at - ${seconds} * interval '1 second'`.execute(
    server.store.database,
  )

test('each refresh makes a new refresh token, and the chain goes on for ever', async () => {
  let { refresh_token } = await server.tokens()
  for (let round = 0; round < 5; round += 1) {
    const { status, body } = await refresh(refresh_token)
    expect(status).toBe(200)
    expect(body.token_type).toBe('bearer')
    expect(body.refresh_token).not.toBe(refresh_token)
    refresh_token = String(body.refresh_token)
  }
})

test('reuse within a minute of rotation costs a racing program one call, not the session', async () => {
  const { refresh_token } = await server.tokens()
  const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token), refresh(refresh_token)])
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  for (const { status, body } of answers) if (status !== 200) expect(body.error).toBe('invalid_grant')
  expect(await works(won[0]?.body.access_token)).toBe(true)
  expect((await refresh(String(won[0]?.body.refresh_token))).status).toBe(200)
})

test('reuse later than that ends the whole family', async () => {
  const { refresh_token } = await server.tokens()
  const { body } = await refresh(refresh_token)
  await later(61)
  expect(await refresh(refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  expect(await works(body.access_token)).toBe(false)
  expect((await refresh(String(body.refresh_token))).body.error).toBe('invalid_grant')
})

test('scopes can be narrowed at refresh but not widened, with the separator of the request', async () => {
  const { refresh_token } = await server.tokens({ scope: 'wsReadOnly amReadOnlyUser' })
  const wide = await refresh(refresh_token, { scope: 'wsReadWrite' })
  expect(wide).toMatchObject({ status: 400, body: { error: 'invalid_scope' } })
  const narrow = await refresh(refresh_token, { scope: 'wsReadOnly' })
  expect(narrow.body.scope).toBe('wsReadOnly')
  const again = await refresh(String(narrow.body.refresh_token), { scope: 'amReadOnlyUser,wsReadOnly' })
  expect(again.body.scope).toBe('wsReadOnly,amReadOnlyUser')
})

test('two secrets are valid while one replaces the other', async () => {
  const { refresh_token } = await server.tokens()
  const secret = await replaceSecret(server.store.database, server.clientId, {
    overlap: 'day',
    byPersonId: server.anna.personId,
  })
  const { body } = await refresh(refresh_token, { client_secret: secret })
  expect((await refresh(String(body.refresh_token))).status).toBe(200)
})

test('a person who leaves the account leaves no token behind', async () => {
  const { access_token, refresh_token } = await server.tokens()
  await server.store.database.transaction().execute((transaction) => endAccess(transaction, server.anna))
  expect(await works(access_token)).toBe(false)
  expect((await refresh(refresh_token)).body.error).toBe('invalid_grant')
})

test('while a user is inactive in the account nothing is refreshed', async () => {
  const { refresh_token } = await server.tokens()
  const users = () => server.store.database.updateTable('account_user').where('person_id', '=', server.anna.personId)
  await users().set({ state: 'inactive' }).execute()
  expect((await refresh(refresh_token)).body.error).toBe('invalid_grant')
  await users().set({ state: 'active' }).execute()
})

test('every process hears of it', async () => {
  await server.tokens()
  const heard: string[] = []
  server.store.listen('access_changed', (accountId) => heard.push(accountId))
  await server.store.database.transaction().execute((transaction) => endAccess(transaction, server.anna))
  await expect.poll(() => heard).toContain(String(server.anna.accountId))
})

test('nothing of a token is stored in the clear', async () => {
  const tokens = await server.tokens()
  const { rows } = await sql<{ text: string }>`
    select row_to_json(t)::text as text from oauth_payload t union all
    select row_to_json(t)::text from access_token t union all
    select row_to_json(t)::text from application t`.execute(server.store.database)
  for (const secret of [tokens.access_token, tokens.refresh_token, server.clientSecret]) {
    expect(rows.some(({ text }) => text.includes(secret))).toBe(false)
  }
})
