import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountPlan } from '#cli/account-plan.ts'
import { tokenCreate } from '#cli/token-create.ts'
import { userCreate } from '#cli/user-create.ts'
import { comingFrom } from '#events/origin.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { createApplication } from '#oauth/applications.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { Client, type Data } from '#testing/client.ts'
import { type PeopleServer, password, startPeopleServer } from '#testing/people-server.ts'

/** What people do in the pages, programs at the OAuth endpoints, and the command line. */
let server: PeopleServer
let api: Client
beforeAll(async () => {
  server = await startPeopleServer()
  const { personId, accountId } = server.anna
  const scopes = ['amReadOnlyAuditLog', 'amReadWriteInvitation', 'amReadWriteUser', 'Default'] as const
  const given = { personId, accountId, clientId: server.clientId, scopes, name: 'Test' }
  api = new Client(server.url, await issuePermanentToken(server.store.database, given))
})
afterAll(() => server.close())

const newest = async (operation: string): Promise<Data> =>
  (await api.get('/audit_log', { operations: [operation], pageSize: 1 })).body.data[0]
const inPages = { sourceType: 'UI', userEmail: 'anna@example.com' }
const loopback = /^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/

const acts: [operation: string, objectType: string, told: Data, act: () => Promise<unknown>][] = [
  ['UserLoggedIn', 'User', { ...inPages, objectName: 'Anna Ash' }, () => server.annasBrowser()],
  [
    'UserFailLogin',
    'User',
    inPages,
    async () => {
      const browser = server.browser()
      await browser.open('/sign-in')
      await browser.submit({ email: server.anna.email, password: 'a pond without frogs' })
    },
  ],
  [
    'UserLogout',
    'User',
    inPages,
    async () => {
      const browser = await server.annasBrowser()
      await browser.submit({}, '/sign-out')
    },
  ],
  [
    'PasswordChanged',
    'User',
    inPages,
    async () => {
      const browser = await server.annasBrowser()
      await browser.open('/profile')
      await browser.submit({ password, new_password: password }, '/profile/password')
    },
  ],
  [
    'UserProfileUpdated',
    'User',
    { ...inPages, objectName: 'Anne Ash', details: { Changed: 'name' } },
    async () => {
      const browser = await server.annasBrowser()
      await browser.open('/profile')
      await browser.submit({ first_name: 'Anne', last_name: 'Ash' }, '/profile')
    },
  ],
  [
    'Oauth2AccessGranted',
    'Oauth2Client',
    { ...inPages, objectName: 'Garden robot', details: { Token: 'consent' } },
    () => server.tokens(),
  ],
  [
    'Oauth2AccessRevoked',
    'Oauth2Client',
    { sourceType: 'APIv4', objectName: 'Garden robot', details: { Token: 'consent' } },
    async () => {
      const { refresh_token } = await server.tokens()
      const client = { client_id: server.clientId, client_secret: server.clientSecret }
      await server.post('/oauth2/revoke', { ...client, token: refresh_token })
    },
  ],
  [
    'InvitationAccepted',
    'Invitation',
    { sourceType: 'UI', objectName: 'ben@example.com', userEmail: 'ben@example.com' },
    async () => {
      await api.post('/invitations', { email: 'ben@example.com' })
      const mail = await server.store.database
        .selectFrom('outbox_mail')
        .select('text')
        .where('recipient', '=', 'ben@example.com')
        .executeTakeFirstOrThrow()
      const browser = server.browser()
      await browser.open(/http\S+\/invitation\/\S+/.exec(mail.text)?.[0] ?? '')
      await browser.submit({ first_name: 'Ben', last_name: 'Birch', password })
    },
  ],
]

describe.each(acts)('%s', (operation, objectType, told, act) => {
  test('is recorded, with the address', async () => {
    await act()
    // A failed sign-in is recorded while the answer is on its way already.
    await expect.poll(() => newest(operation)).toMatchObject({ operation, objectType, ...told })
    const record = await newest(operation)
    expect(record).toMatchObject({ operation, objectType, ...told })
    expect(record.ipAddress).toMatch(loopback)
  })
})

/** Runs a command as `cli/run.ts` does, on the store of the server. */
const command = (one: { run(given: never, session: never): Promise<void> }, given: Data) =>
  comingFrom({ source: 'command' }, () =>
    one.run(given as never, { settings: {}, store: async () => server.store, print: () => {} } as never),
  )

describe('the command line', () => {
  const server_ = { sourceType: 'Unknown', ipAddress: '' }
  const id = () => encodeAccountId(server.anna.accountId)

  test('a change of plan is recorded as done by the server, under the owner', async () => {
    await command(accountPlan, { id: id(), plan: 'Enterprise' })
    const details = { 'Old Plan': 'Pinnacle', 'New Plan': 'Enterprise', 'Done By': 'Server' }
    expect(await newest('AccountModified')).toMatchObject({
      ...server_,
      objectName: 'Acme',
      details,
      userEmail: 'anna@example.com',
    })
  })

  test('a new user is recorded', async () => {
    await command(userCreate, { account: id(), email: 'dan@example.com', role: 'regular', 'first-name': 'Dan' })
    expect(await newest('UserActivated')).toMatchObject({ ...server_, objectType: 'User', objectName: 'Dan' })
  })

  test('a permanent token is recorded as access that is given', async () => {
    await command(tokenCreate, { email: 'anna@example.com', scope: [] })
    expect(await newest('Oauth2AccessGranted')).toMatchObject({ ...server_, details: { Token: 'permanent' } })
  })
})

test('an application that is deleted takes what it was given along, and each is recorded', async () => {
  const scopes = ['Default'] as const
  const { clientId } = await createApplication(server.store.database, {
    name: 'Pond robot',
    ownerPersonId: server.anna.personId,
    accountId: server.anna.accountId,
    redirectUris: ['http://localhost/callback'],
  })
  const { personId, accountId } = server.anna
  await issuePermanentToken(server.store.database, { personId, accountId, clientId, scopes, name: 'Test' })
  const browser = await server.annasBrowser()
  await browser.open(`/applications/${clientId}/deletion`)
  await browser.submit({ name: 'Pond robot' }, `/applications/${clientId}/deletion`)
  const record = await newest('Oauth2AccessRevoked')
  expect(record).toMatchObject({
    ...inPages,
    objectId: clientId,
    objectName: 'Pond robot',
    details: { Token: 'permanent' },
  })
  expect(await newest('AccountModified')).toMatchObject({
    ...inPages,
    objectType: 'Oauth2Client',
    objectId: clientId,
    objectName: 'Pond robot',
    details: { Change: 'Deleted' },
  })
})

test('a failed sign-in of somebody nobody knows is told to no account', async () => {
  const count = async () => (await api.get('/audit_log', { operations: ['UserFailLogin'] })).body.responseSize
  const before = await count()
  const browser = server.browser()
  await browser.open('/sign-in')
  await browser.submit({ email: 'nobody@example.com', password: 'a pond without frogs' })
  expect(await count()).toBe(before)
})
