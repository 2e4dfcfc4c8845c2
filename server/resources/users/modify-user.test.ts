import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { Person } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let admin: Person
let guest: Person
let count = 0
beforeAll(async () => {
  world = await startWorld()
  admin = await world.person('Ada', { role: 'admin' })
})
afterAll(() => world.close())
beforeEach(async () => {
  guest = await world.person(`Guest${count++}`)
})

const change = (more: Record<string, unknown>, who: Person = admin, whom: Person = guest) =>
  who.put(`/users/${whom.id}`, more)
const profile = (role: string, external?: boolean) => ({
  profile: { accountId: world.account, role, ...(external === undefined ? {} : { external }) },
})
const userType = (number: number) => encodeId('UserType', world.accountId, number)
const inDefaultGroup = async (whom: Person) => {
  const { body } = await world.anna.get('/groups')
  return body.data.find((group) => group.myTeam).memberIds.includes(whom.id)
}

describe('reading a user', () => {
  test('is a contact with its type; a group is none', async () => {
    const { body } = await admin.get(`/users/${guest.id}`)
    expect(body.kind).toBe('users')
    expect(body.data[0]).toMatchObject({ id: guest.id, type: 'Person', userTypeId: userType(0xffffffff) })
    expect(body.data[0]).not.toHaveProperty('metadata')
    const group = (await world.anna.post('/groups', { title: 'Diggers' })).body.data[0]
    expect((await admin.get(`/users/${group.id}`)).body.error).toBe('resource_not_found')
    expect((await admin.get(`/users/${guest.id},${admin.id}`)).status).toBe(400)
    const asset = (await world.anna.post('/assets', { name: 'Digger' })).body.data[0]
    expect((await admin.get(`/contacts/${asset.id}`)).body.data[0].type).toBe('Asset')
    expect((await admin.get(`/users/${asset.id}`)).body.error).toBe('resource_not_found')
  })

  test('externals see those with whom they share something', async () => {
    const external = await world.person(`Ext${count++}`, { role: 'external' })
    expect((await external.get(`/users/${guest.id}`)).body.error).toBe('access_forbidden')
    await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [external.id] })
    expect((await external.get(`/users/${world.ben.id}`)).status).toBe(200)
  })
})

describe('changing a user', () => {
  test('is for admins; nobody changes oneself, and nobody the owner', async () => {
    expect((await change({ active: false }, world.ben)).body.error).toBe('not_allowed')
    expect((await change({ active: false }, admin, admin)).body.error).toBe('access_forbidden')
    expect((await change({ active: false }, admin, world.anna)).body.error).toBe('not_allowed')
    expect((await change(profile('Collaborator'), admin, world.anna)).body.error).toBe('not_allowed')
  })

  test('takes exactly one of profile, userTypeId and active', async () => {
    for (const parts of [{}, { active: true, userTypeId: userType(0xffffffff) }, { active: true, ...profile('User') }])
      expect((await change(parts)).body.error).toBe('invalid_parameter')
  })

  test('of another account, or to a type that is none, is 404', async () => {
    const other = { profile: { accountId: encodeAccountId(world.accountId + 1), role: 'User' } }
    expect((await change(other)).body.error).toBe('resource_not_found')
    expect((await change({ userTypeId: userType(7) })).body.error).toBe('resource_not_found')
    expect((await change({ active: false }, admin, world.eve)).body.error).toBe('resource_not_found')
  })

  test('a profile makes a collaborator, an external or a regular user of it', async () => {
    const roleOf = async (parts: Record<string, unknown>) => {
      const { role, external } = (await change(parts)).body.data[0].profiles[0]
      return [role, external]
    }
    expect(await roleOf(profile('Collaborator'))).toEqual(['Collaborator', false])
    expect(await roleOf(profile('User', true))).toEqual(['User', true])
    expect(await roleOf(profile('User', false))).toEqual(['User', false])
    expect((await change(profile('Collaborator', true))).body.error).toBe('invalid_parameter')
  })

  test('regular users are in the default group, externals and collaborators are not', async () => {
    expect(await inDefaultGroup(guest)).toBe(true)
    await change(profile('User', true))
    expect(await inDefaultGroup(guest)).toBe(false)
    await change({ userTypeId: userType(0xffffffff) })
    expect(await inDefaultGroup(guest)).toBe(true)
  })

  test('does not bring back who is gone, or never came', async () => {
    const email = `gone${count++}@example.com`
    const invitation = (await world.anna.post('/invitations', { email })).body.data[0]
    await world.anna.delete(`/invitations/${invitation.id}`)
    const [gone] = (await world.anna.get('/contacts', { deleted: true, emails: [email] })).body.data
    for (const parts of [{ active: true }, profile('User')])
      expect((await world.anna.put(`/users/${gone.id}`, parts)).body.error).toBe('not_allowed')
    expect((await world.anna.put(`/users/${gone.id},${guest.id}`, { active: true })).body.error).toBe('not_allowed')
  })

  test('a new type counts at once', async () => {
    await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [guest.id] })
    expect((await guest.post(`/folders/${world.pond.id}/tasks`, { title: 'x' })).status).toBe(200)
    await change(profile('Collaborator'))
    await expect
      .poll(async () => (await guest.post(`/folders/${world.pond.id}/tasks`, { title: 'x' })).body.error)
      .toBe('not_allowed')
  })

  test('switched off, a user has no access; its tokens are gone, its contact stays', async () => {
    const events = await recordedBy(world, async () => {
      const { body } = await change({ active: false })
      expect(body.data[0].profiles[0].active).toBe(false)
    })
    const said = { type: 'UserChanged', before: { state: 'active' }, after: { state: 'inactive' } }
    expect(events).toContainEqual(
      expect.objectContaining({ type: said.type, before: expect.objectContaining(said.before) }),
    )
    expect(events.find((event) => event.type === 'UserChanged')?.after).toMatchObject(said.after)
    await expect.poll(async () => (await guest.get('/account')).status).toBe(401)
    expect((await admin.get('/contacts', { active: false })).body.data.map((one) => one.id)).toContain(guest.id)
    expect((await change({ active: true })).body.data[0].profiles[0].active).toBe(true)
  })
})

describe('changing several users', () => {
  test('changes whether they are active, and nothing else; all or none', async () => {
    const other = await world.person(`Other${count++}`)
    const both = `/users/${other.id},${guest.id}`
    expect((await admin.put(both, {})).body.error).toBe('parameter_required')
    expect((await admin.put(both, { userTypeId: userType(0xffffffff) })).body.error).toBe('invalid_parameter')
    expect((await admin.put(`${both},${world.anna.id}`, { active: false })).body.error).toBe('not_allowed')
    expect((await admin.get(`/users/${other.id}`)).body.data[0].profiles[0].active).toBe(true)
    const { body } = await admin.put(both, { active: false })
    expect(body.data.map((one) => [one.id, one.profiles[0].active])).toEqual([
      [other.id, false],
      [guest.id, false],
    ])
  })

  test('takes at most 100', async () => {
    const many = Array.from({ length: 101 }, (_, at) => encodeId('Contact', world.accountId, 1000 + at))
    const { body } = await admin.put(`/users/${many.join(',')}`, { active: false })
    expect(body.errorDescription).toBe("Parameter 'userIds' value is invalid")
  })
})
