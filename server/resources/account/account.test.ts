import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import { type People, startPeople } from '#testing/people.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

test('the account names its logical folders and when the caller joined', async () => {
  const { body } = await people.anna.get('/account')
  expect(body.kind).toBe('accounts')
  expect(body.data).toHaveLength(1)
  expect(body.data[0]).toMatchObject({
    id: people.account,
    name: 'Acme',
    rootFolderId: people.root,
    recycleBinId: people.bin,
    workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  })
  expect(body.data[0]).not.toHaveProperty('subscription')
  expect(body.data[0]).not.toHaveProperty('metadata')
})

test('each plan has its value of the API, and only admins hear of payment', async () => {
  const ben = await people.person('Ben')
  const subscription = async (who: typeof ben) =>
    (await who.get('/account', { fields: ['subscription'] })).body.data[0].subscription
  expect(await subscription(people.anna)).toEqual({ type: 'CreativeEnterprise', suspended: false, paid: true })
  expect(await subscription(ben)).toEqual({ type: 'CreativeEnterprise', suspended: false })
  await people.plan('Free')
  expect(await subscription(people.anna)).toEqual({ type: 'Free', suspended: false, paid: false })
  expect((await people.anna.get('/account', { fields: ['customFields'] })).body.data[0]).not.toHaveProperty(
    'customFields',
  )
  expect((await people.anna.get('/user_types')).body.error).toBe('not_allowed')
  await people.plan('Pinnacle')
})

test('admins write metadata, every user reads it, another application does not see it', async () => {
  const ben = await people.person('Bea')
  const metadata = [{ key: 'region', value: 'north' }]
  expect((await ben.put('/account', { metadata })).body.error).toBe('not_allowed')
  const { body } = await people.anna.put('/account', { metadata })
  expect(body.data[0]).toMatchObject({ metadata, subscription: { suspended: false } })
  expect((await ben.get('/account', { fields: ['metadata'] })).body.data[0].metadata).toEqual(metadata)
  expect((await ben.get('/account', { metadata: { key: 'region', value: 'south' } })).body.data).toEqual([])
  const other = await people.withApplication(people.anna)
  expect((await other.get('/account', { fields: ['metadata'] })).body.data[0].metadata).toEqual([])
  expect(
    (await people.anna.put('/account', { metadata: [{ key: 'region', value: null }] })).body.data[0].metadata,
  ).toEqual([])
})

test('access roles and user types have the ids that clients know', async () => {
  const roles = (await people.anna.get('/access_roles')).body.data
  expect(roles.map((role: { title: string }) => role.title)).toEqual(['Full', 'Editor', 'Limited', 'Read Only'])
  expect(roles[0].id).toBe(encodeId('AccessRole', people.accountId, 0xffffffff))
  const types = (await people.anna.get('/user_types')).body.data
  expect(types.map((type: { title: string }) => type.title)).toEqual([
    'Owner',
    'Admin',
    'Regular User',
    'External User',
    'Collaborator',
  ])
})
