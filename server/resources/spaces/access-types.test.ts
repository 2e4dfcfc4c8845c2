import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

/** What personal, private, public and locked spaces are: who sees them, who joins and who leaves. */
let world: World
let admin: Person
let outsider: Person
let collaborator: Person
beforeAll(async () => {
  world = await startWorld()
  admin = await world.person('Ada', { role: 'admin' })
  outsider = await world.person('Olga', { role: 'external' })
  collaborator = await world.person('Carl', { role: 'collaborator' })
})
afterAll(() => world.close())

const space = async (accessType: string, more: Record<string, unknown> = {}, who = world.anna): Promise<Data> => {
  const { status, body } = await who.post('/spaces', { accessType, title: accessType, fields: ['members'], ...more })
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
const sees = async (who: Person, one: Data) =>
  (await who.get('/spaces')).body.data.some((listed) => listed.id === one.id)
const member = (who: Person, number = 0xffffffff, isManager = false) => ({
  id: who.id,
  accessRoleId: encodeId('AccessRole', world.accountId, number),
  isManager,
})
const readOnly = 0xfffffffc
const editor = 0xfffffffe

describe('a personal space', () => {
  test('comes with its user, who alone sees it', async () => {
    const own = (await world.dan.get('/spaces', { accessTypes: ['Personal'] })).body.data
    expect(own).toHaveLength(1)
    for (const who of [world.anna, admin, world.ben]) {
      expect(await sees(who, own[0])).toBe(false)
      expect((await who.get(`/spaces/${own[0].id}`)).body.error).toBe('access_forbidden')
    }
  })

  test('is neither made, changed, shared nor deleted by the API', async () => {
    const [own] = (await world.dan.get('/spaces', { accessTypes: ['Personal'] })).body.data
    expect((await world.dan.post('/spaces', { accessType: 'Personal', title: 'x' })).body.error).toBe(
      'invalid_parameter',
    )
    for (const change of [{ title: 'Mine' }, { membersAdd: [member(world.ben)] }, { accessType: 'Public' }])
      expect((await world.dan.put(`/spaces/${own.id}`, change)).body.error).toBe('not_allowed')
    expect((await world.dan.delete(`/spaces/${own.id}`)).body.error).toBe('not_allowed')
    expect((await world.dan.put(`/folders/${own.id}`, { addShareds: [world.ben.id] })).body.error).toBe('not_allowed')
    expect((await world.dan.delete(`/folders/${own.id}`)).body.error).toBe('not_allowed')
    expect(await sees(world.ben, own)).toBe(false)
  })
})

describe('a private space', () => {
  test('is seen by its members, account admins not among them', async () => {
    const one = await space('Private', { members: [member(world.anna, undefined, true), member(world.ben, readOnly)] })
    expect(await sees(world.ben, one)).toBe(true)
    for (const who of [admin, world.dan, outsider, collaborator]) expect(await sees(who, one)).toBe(false)
  })

  test('shares single items with outsiders, who do not see the space then', async () => {
    const one = await space('Private')
    const folder = await world.folder({ in: one, shareds: [outsider.id] })
    expect((await outsider.get(`/folders/${folder.id}`)).status).toBe(200)
    expect(await sees(outsider, one)).toBe(false)
    expect((await outsider.get(`/spaces/${one.id}`)).body.error).toBe('access_forbidden')
  })
})

describe('a public space', () => {
  test('is seen by all regular users and admins, by no external and no collaborator', async () => {
    const one = await space('Public')
    for (const who of [admin, world.dan, world.cleo]) expect(await sees(who, one)).toBe(true)
    for (const who of [outsider, collaborator]) expect(await sees(who, one)).toBe(false)
  })

  test('gives those who are no members the guest role', async () => {
    const guestRoleId = encodeId('AccessRole', world.accountId, readOnly)
    const one = await space('Public', { guestRoleId })
    expect(one.guestRoleId).toBe(guestRoleId)
    const task = await world.task({ in: one })
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(200)
    expect((await world.dan.put(`/tasks/${task.id}`, { title: 'x' })).body.error).toBe('access_forbidden')
    await world.anna.put(`/spaces/${one.id}`, { guestRoleId: encodeId('AccessRole', world.accountId, editor) })
    expect((await world.dan.put(`/tasks/${task.id}`, { title: 'x' })).status).toBe(200)
  })

  test('is joined and left by oneself, with the guest role', async () => {
    const guestRoleId = encodeId('AccessRole', world.accountId, readOnly)
    const one = await space('Public', { guestRoleId })
    expect((await world.dan.get('/spaces', { userIsMember: true })).body.data.map((row) => row.id)).not.toContain(
      one.id,
    )
    const joined = await world.dan.put(`/spaces/${one.id}`, { membersAdd: [{ id: world.dan.id }], fields: ['members'] })
    expect(joined.status).toBe(200)
    expect(joined.body.data[0].members).toContainEqual(member(world.dan, readOnly))
    expect((await world.dan.get('/spaces', { userIsMember: true })).body.data.map((row) => row.id)).toContain(one.id)
    expect((await world.dan.put(`/spaces/${one.id}`, { membersRemove: [world.dan.id] })).status).toBe(200)
    expect((await world.dan.get('/spaces', { userIsMember: true })).body.data.map((row) => row.id)).not.toContain(
      one.id,
    )
  })

  test('nobody joins with a better role, as a manager, or brings others', async () => {
    const one = await space('Public', { guestRoleId: encodeId('AccessRole', world.accountId, readOnly) })
    for (const membersAdd of [
      [member(world.dan)],
      [{ id: world.dan.id, isManager: true }],
      [{ id: world.cleo.id }],
      [{ id: world.dan.id }, { id: world.cleo.id }],
    ])
      expect((await world.dan.put(`/spaces/${one.id}`, { membersAdd })).body.error).toBe('access_forbidden')
    const more = { membersAdd: [{ id: world.dan.id }], title: 'Mine' }
    expect((await world.dan.put(`/spaces/${one.id}`, more)).body.error).toBe('access_forbidden')
    expect((await outsider.put(`/spaces/${one.id}`, { membersAdd: [{ id: outsider.id }] })).body.error).toBe(
      'access_forbidden',
    )
  })

  test('that becomes private is lost to those who are no members', async () => {
    const one = await space('Public')
    const task = await world.task({ in: one })
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(200)
    const { body } = await world.anna.put(`/spaces/${one.id}`, { accessType: 'Private' })
    expect(body.data[0]).not.toHaveProperty('guestRoleId')
    expect((await world.dan.get(`/tasks/${task.id}`)).body.error).toBe('access_forbidden')
  })
})

describe('leaving', () => {
  test('a private space is left by oneself, but not by its last manager', async () => {
    const one = await space('Private', { members: [member(world.anna, undefined, true), member(world.ben, readOnly)] })
    expect((await world.ben.put(`/spaces/${one.id}`, { membersRemove: [world.cleo.id] })).body.error).toBe(
      'access_forbidden',
    )
    expect((await world.ben.put(`/spaces/${one.id}`, { membersRemove: [world.ben.id] })).status).toBe(200)
    expect(await sees(world.ben, one)).toBe(false)
    expect((await world.anna.put(`/spaces/${one.id}`, { membersRemove: [world.anna.id] })).body.error).toBe(
      'invalid_parameter',
    )
  })
})
