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

test('metadata has keys of fewer than 50 characters and values of fewer than 1,000, 100 in a call', async () => {
  const put = (...metadata: { key: string; value: string }[]) => people.anna.put('/account', { metadata })
  const [key, value] = ['k'.repeat(49), 'v'.repeat(999)]
  expect((await put({ key, value })).body.data[0].metadata).toEqual([{ key, value }])
  for (const entry of [
    { key: `${key}k`, value },
    { key, value: `${value}v` },
    { key: 'two words', value },
  ])
    expect((await put(entry)).body.errorDescription).toBe("Parameter 'metadata' value is invalid")
  const many = Array.from({ length: 101 }, (_, at) => ({ key: `k${at}`, value: 'v' }))
  expect((await put(...many)).body.errorDescription).toBe("Parameter 'metadata' value is invalid")
  expect((await put(...many.slice(1), { key, value: '' })).status).toBe(400)
  expect((await put(...many.slice(1))).status).toBe(200)
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
