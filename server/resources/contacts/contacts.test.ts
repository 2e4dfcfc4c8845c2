import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { type People, type Person, startPeople } from '#testing/people.ts'

let people: People
let ben: Person
let guest: Person
let helper: Person
beforeAll(async () => {
  people = await startPeople()
  ben = await people.person('Ben')
  guest = await people.person('Gus', { role: 'external' })
  helper = await people.person('Coco', { role: 'collaborator' })
})
afterAll(() => people.close())

const names = (answer: { body: { data: Data[] } }) => answer.body.data.map((contact) => contact.firstName)

describe('the list', () => {
  test('holds users and the default group, and marks the caller', async () => {
    const answer = await people.anna.get('/contacts')
    expect(names(answer)).toEqual(['Anna', 'Ben', 'Gus', 'Coco', 'My Team'])
    expect(answer.body.data[0]).toMatchObject({
      id: people.anna.id,
      me: true,
      type: 'Person',
      primaryEmail: 'anna@example.com',
      deleted: false,
    })
    expect(answer.body.data[0].profiles).toEqual([
      {
        accountId: people.account,
        email: 'anna@example.com',
        role: 'User',
        external: false,
        admin: true,
        owner: true,
        active: true,
      },
    ])
    expect(answer.body.data[1]).not.toHaveProperty('me')
    expect(answer.body.data[2].profiles[0]).toMatchObject({ role: 'User', external: true })
    expect(answer.body.data[3].profiles[0]).toMatchObject({ role: 'Collaborator', external: false })
    expect(answer.body.data[4]).toMatchObject({
      type: 'Group',
      lastName: '',
      timezone: 'Z',
      myTeam: true,
      memberIds: [people.anna.id, ben.id],
    })
    expect(answer.body.data[4].profiles[0]).not.toHaveProperty('email')
  })
  const found: [string, Record<string, unknown>, string[]][] = [
    ['me, which counts by being there', { me: false }, ['Anna']],
    ['name', { name: 'be' }, ['Ben']],
    ['e-mail in any case', { emails: ['BEN@example.com', 'nobody@example.com'] }, ['Ben']],
    ['type', { types: ['Group'] }, ['My Team']],
    ['types of which there are none', { types: ['Robot', 'Asset'] }, []],
    ['deleted', { deleted: true }, []],
    ['switched off', { active: false }, []],
  ]
  for (const [name, parameters, expected] of found)
    test(`by ${name}`, async () => expect(names(await people.anna.get('/contacts', parameters))).toEqual(expected))

  test('an external user and a collaborator see people with common items only', async () => {
    expect(names(await guest.get('/contacts'))).toEqual(['Gus'])
    const hidden = await guest.get(`/contacts/${ben.id}`)
    expect({ status: hidden.status, error: hidden.body.error }).toEqual({ status: 403, error: 'access_forbidden' })
    const space = (await people.anna.post('/spaces', { accessType: 'Private', title: 'S' })).body.data[0]
    await people.anna.post(`/folders/${space.id}/folders`, { title: 'Common', shareds: [guest.id, helper.id, ben.id] })
    expect(names(await guest.get('/contacts'))).toEqual(['Anna', 'Ben', 'Gus', 'Coco'])
    const seen = (await helper.get(`/contacts/${ben.id}`)).body.data[0]
    expect(seen).not.toHaveProperty('primaryEmail')
    expect(seen.profiles[0]).not.toHaveProperty('email')
    // Nor does it find anybody by an address that it guesses.
    expect(names(await helper.get('/contacts', { emails: ['ben@example.com', 'coco@example.com'] }))).toEqual(['Coco'])
    expect(names(await guest.get('/contacts', { emails: ['ben@example.com'] }))).toEqual(['Ben'])
  })
})

test('avatars are served, and tell nothing but letters and a colour', async () => {
  const { avatarUrl } = (await people.anna.get('/contacts', { me: true })).body.data[0]
  const response = await fetch(`${people.url}${new URL(avatarUrl).pathname}`)
  expect(response.headers.get('content-type')).toContain('image/svg+xml')
  expect(await response.text()).toContain('>AA</text>')
  expect((await fetch(`${people.url}/avatars/000000/%3Cb%3E.svg`)).headers.get('content-type')).toContain('svg')
})

test('names and titles of signs outside of the basic plane have avatars', async () => {
  const tree = await people.person('🌱')
  const { body } = await tree.get('/contacts', { me: true })
  const { avatarUrl } = body.data[0]
  expect(decodeURIComponent(avatarUrl)).toMatch(/🌱T\.svg$/)
  const group = (await people.anna.post('/groups', { title: 'a🌱b' })).body.data[0]
  expect(decodeURIComponent(group.avatarUrl)).toMatch(/A🌱\.svg$/)
  await people.anna.delete(`/groups/${group.id}`)
})

describe('the own contact', () => {
  test('has metadata of the application', async () => {
    const { body } = await ben.put(`/contacts/${ben.id}`, { metadata: [{ key: 'k', value: 'v' }] })
    expect(body.data[0]).toMatchObject({ metadata: [{ key: 'k', value: 'v' }] })
    expect(names(await people.anna.get('/contacts', { metadata: { key: 'k', value: 'v' } }))).toEqual(['Ben'])
  })
  test('is the only one to change, but for groups by admins', async () => {
    expect((await ben.put(`/contacts/${people.anna.id}`, { metadata: [] })).body.error).toBe('access_forbidden')
    const team = (await people.anna.get('/contacts', { types: ['Group'] })).body.data[0]
    expect((await ben.put(`/contacts/${team.id}`, { metadata: [{ key: 'k', value: 'v' }] })).body.error).toBe(
      'not_allowed',
    )
    expect(
      (await people.anna.put(`/contacts/${team.id}`, { metadata: [{ key: 'k', value: 'v' }] })).body.data[0].metadata,
    ).toHaveLength(1)
    for (const part of [{ customFields: [] }, { currentBillRate: { rateSource: 'User', rateValue: 1 } }])
      expect((await people.anna.put(`/contacts/${team.id}`, part)).body.error).toBe('invalid_parameter')
  })
})

describe('users', () => {
  const type = (number: number) => encodeId('UserType', people.accountId, number)
  test('change their type by admins, but not their own, and never the owner', async () => {
    const una = await people.person('Una')
    expect((await una.put(`/users/${ben.id}`, { active: false })).body.error).toBe('not_allowed')
    const { body } = await people.anna.put(`/users/${una.id}`, { userTypeId: type(0xfffffffc) })
    expect(body.data[0]).toMatchObject({ userTypeId: type(0xfffffffc), profiles: [{ admin: true, owner: false }] })
    // The server hears of the new type on a connection of its own.
    const demoted = async () => (await una.put(`/users/${una.id}`, { userTypeId: type(0xffffffff) })).body.error
    await expect.poll(demoted).toBe('access_forbidden')
    expect((await una.put(`/users/${people.anna.id}`, { active: false })).body.error).toBe('not_allowed')
    const profile = { accountId: people.account, role: 'User', external: true }
    expect((await people.anna.put(`/users/${una.id}`, { profile })).body.data[0].profiles[0]).toMatchObject({
      external: true,
      admin: false,
    })
    expect((await people.anna.put(`/users/${una.id}`, { profile, active: true })).status).toBe(400)
    expect((await people.anna.put(`/users/${una.id}`, {})).status).toBe(400)
  })
  test('that are switched off lose their tokens at once', async () => {
    const vic = await people.person('Vic')
    expect((await vic.get('/contacts', { me: true })).status).toBe(200)
    expect((await people.anna.put(`/users/${vic.id}`, { active: false })).body.data[0].profiles[0].active).toBe(false)
    await expect.poll(async () => (await vic.get('/contacts')).status).toBe(401)
    await people.anna.put(`/users/${vic.id}`, { active: true })
    expect((await vic.get('/contacts')).status).toBe(401)
  })
  test('several are switched off together, all or none', async () => {
    const [one, two] = [await people.person('One'), await people.person('Two')]
    expect((await people.anna.put(`/users/${one.id},${people.anna.id}`, { active: false })).status).toBe(403)
    expect((await one.get('/version')).status).toBe(200)
    const { body } = await people.anna.put(`/users/${two.id},${one.id}`, { active: false })
    expect(body.data.map((user: Data) => user.firstName)).toEqual(['Two', 'One'])
  })
})
