import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let crew: Data
let inner: Data
let gil: Person
let olga: Person
beforeAll(async () => {
  world = await startWorld()
  const { anna } = world
  gil = await world.person('Gil')
  olga = await world.person('Olga', { role: 'external' })
  inner = (await anna.post('/groups', { title: 'Inner', members: [gil.id] })).body.data[0]
  crew = (await anna.post('/groups', { title: 'Crew', members: [world.dan.id] })).body.data[0]
  await anna.put(`/groups/${inner.id}`, { parent: crew.id })
})
afterAll(() => world.close())

const role = (number: number) => encodeId('AccessRole', world.accountId, number)
const editor = () => role(0xfffffffe)
const listed = async (path: string, who = world.anna): Promise<Data[]> => {
  const { status, body } = await who.get(`${path}/access`)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data
}
const named = (list: Data[], name: string): Data | undefined => list.find((entry) => entry.name.startsWith(name))
const permissionsOf = async (path: string, who: Person): Promise<string[]> =>
  (await who.get(`${path}/permissions`)).body.data[0].permissions

describe('who can see it', () => {
  test('members of the space see what lies in it, because of the space', async () => {
    const list = await listed(`/tasks/${world.dig.id}`)
    expect(list.map(({ name, role, relations }) => [name.split(' ')[0], role, relations])).toEqual([
      ['Anna', 'Full', ['Author', 'Follower']],
      ['Ben', 'Editor', []],
      ['Cleo', 'ReadOnly', []],
    ])
    expect(named(list, 'Ben')?.ways).toEqual([
      {
        kind: 'Member',
        inherited: true,
        role: 'Editor',
        placeType: 'Space',
        placeId: world.garden.id,
        placeTitle: 'Garden',
      },
    ])
    expect(named(await listed(`/folders/${world.garden.id}`), 'Anna')).toMatchObject({
      isManager: true,
      ways: [{ kind: 'Member', inherited: false, role: 'Full', placeId: world.garden.id }],
    })
  })

  test('people behind groups are told one by one, with the group, through subgroups too', async () => {
    const folder = await world.folder({ title: 'Of the crew', userAccessRoles: { [crew.id]: editor() } })
    const list = await listed(`/folders/${folder.id}`)
    expect(list[0]).toMatchObject({ type: 'Group', name: 'Crew', contactId: crew.id, role: 'Editor' })
    for (const name of ['Dan', 'Gil'])
      expect(named(list, name)).toMatchObject({
        type: 'Person',
        role: 'Editor',
        ways: [{ kind: 'Shared', inherited: false, role: 'Editor', groupId: crew.id, groupName: 'Crew' }],
      })
    expect(named(list, 'Inner')).toBeUndefined()
  })

  test('all ways are told, and the role that counts', async () => {
    const folder = await world.folder({ title: 'Shared twice', userAccessRoles: { [crew.id]: editor() } })
    const above = await world.task({ title: 'Above', shareds: [world.dan.id] })
    const task = await world.task({ in: folder, title: 'Below', superTasks: [above.id], shareds: [world.dan.id] })
    const dan = named(await listed(`/tasks/${task.id}`), 'Dan')
    expect(dan?.role).toBe('Editor')
    expect(
      dan?.ways.map((way: Data) => [way.inherited, way.placeType, way.placeTitle, way.role, way.groupName]),
    ).toEqual([
      [false, 'Task', 'Below', undefined, undefined],
      [true, 'Folder', 'Shared twice', 'Editor', 'Crew'],
      [true, 'Task', 'Above', undefined, undefined],
    ])
  })

  test('a public space lets all regular users in as guests', async () => {
    const space = (await world.anna.post('/spaces', { accessType: 'Public', title: 'Square' })).body.data[0]
    const dan = named(await listed(`/folders/${space.id}`), 'Dan')
    expect(dan?.ways).toMatchObject([{ kind: 'Guest', inherited: false, placeType: 'Space' }])
  })

  test('who is invited is named by the invitation', async () => {
    const invited = (await world.anna.post('/invitations', { email: 'zoe@example.com' })).body.data[0]
    const task = await world.task({ shareds: [invited.id] })
    expect(named(await listed(`/tasks/${task.id}`), 'zoe')).toMatchObject({
      type: 'Invitation',
      invitationId: invited.id,
      reaches: true,
      role: 'Full',
    })
  })

  test('who has to do with it and cannot see it stands at the end', async () => {
    const task = await world.task({ responsibles: [world.dan.id] })
    await world.anna.put(`/tasks/${task.id}`, { removeShareds: [world.dan.id] })
    const last = (await listed(`/tasks/${task.id}`)).at(-1)
    expect(last).toMatchObject({ reaches: false, relations: ['Follower', 'Responsible'], ways: [] })
    expect(last?.name).toMatch(/^Dan/)
    expect(last?.role).toBeUndefined()
  })

  test('the list has pages, and what they tell together is the whole', async () => {
    const path = `/folders/${world.garden.id}/access`
    const names: string[] = []
    for (let nextPageToken: string | undefined; ; ) {
      const { body } = await world.anna.get(path, { pageSize: 1, ...(nextPageToken ? { nextPageToken } : {}) })
      names.push(...body.data.map((entry: Data) => entry.name))
      nextPageToken = body.nextPageToken
      if (!nextPageToken) break
    }
    expect(names).toEqual((await listed(`/folders/${world.garden.id}`)).map(({ name }) => name))
  })
})

describe('what is hidden from the caller stays so', () => {
  test('a way through a hidden place tells neither its id nor its title', async () => {
    const secret = await world.folder({ title: 'Secret', shareds: [gil.id] })
    const open = await world.folder({ in: secret, title: 'Open', shareds: [world.dan.id] })
    const [way] = named(await listed(`/folders/${open.id}`, world.dan), 'Gil')?.ways ?? []
    expect(way).toEqual({ kind: 'Shared', inherited: true, role: 'Full', placeType: 'Folder' })
  })

  test('an external hears of nobody behind groups that are not theirs', async () => {
    const task = await world.task({ shareds: [crew.id, olga.id] })
    const list = await listed(`/tasks/${task.id}`, olga)
    expect(list.filter(({ type }) => type === 'Group')).toEqual([])
    expect(JSON.stringify(list)).not.toContain('Crew')
    expect(named(list, 'Olga')).toMatchObject({ role: 'Full' })
  })
})

describe('what the caller may do', () => {
  test('follows the role, the licence and the recycle bin', async () => {
    const path = `/tasks/${world.dig.id}`
    expect(await permissionsOf(path, world.cleo)).toEqual(['read', 'approve'])
    expect(await permissionsOf(path, world.ben)).toContain('editTask')
    expect(await permissionsOf(path, world.ben)).not.toContain('share')
    expect(await permissionsOf(path, world.anna)).toEqual(expect.arrayContaining(['share', 'deleteTask', 'move']))
    const task = await world.task({ shareds: [olga.id] })
    expect(await permissionsOf(`/tasks/${task.id}`, olga)).not.toContain('share')
    expect(await permissionsOf(`/tasks/${task.id}`, olga)).toContain('deleteTask')
    await world.anna.delete(`/tasks/${task.id}`)
    expect(await permissionsOf(`/tasks/${task.id}`, world.anna)).toEqual(['read', 'restore', 'deleteTask'])
  })

  test('is what the calls then let through', async () => {
    const folder = await world.folder({ title: 'Tried', userAccessRoles: { [world.dan.id]: editor() } })
    const may = await permissionsOf(`/folders/${folder.id}`, world.dan)
    const tried = {
      editFolder: world.dan.put(`/folders/${folder.id}`, { title: 'Tried too' }),
      createTask: world.dan.post(`/folders/${folder.id}/tasks`, { title: 'x' }),
      share: world.dan.put(`/folders/${folder.id}`, { addShareds: [world.ben.id] }),
      deleteFolder: world.dan.delete(`/folders/${folder.id}`),
    }
    for (const [action, call] of Object.entries(tried))
      expect({ action, status: (await call).status }).toEqual({ action, status: may.includes(action) ? 200 : 403 })
  })

  test('in a space sharing is for its managers, and guests may join', async () => {
    const space = (await world.anna.post('/spaces', { accessType: 'Public', title: 'Agora' })).body.data[0]
    const path = `/folders/${space.id}`
    expect(await permissionsOf(path, world.anna)).toEqual(expect.arrayContaining(['share', 'manageForms']))
    expect(await permissionsOf(path, world.dan)).toContain('join')
    expect(await permissionsOf(path, world.dan)).not.toContain('share')
    expect((await world.dan.put(path, { addShareds: [gil.id] })).status).toBe(403)
    expect(await permissionsOf(`/folders/${world.pond.id}`, world.anna)).not.toContain('join')
  })

  test('is told for many at once, in the order of the ids', async () => {
    const other = await world.task()
    const { body } = await world.ben.get(`/tasks/${other.id},${world.dig.id}/permissions`)
    expect(body.data.map(({ id, role }) => [id, role])).toEqual([
      [other.id, 'Editor'],
      [world.dig.id, 'Editor'],
    ])
    const hidden = await world.task({ in: await world.folder({ in: { id: world.root }, title: 'Own' }) })
    expect((await world.ben.get(`/tasks/${world.dig.id},${hidden.id}/permissions`)).status).toBe(403)
  })
})
