import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let anna: Person
let dan: Person
let count = 0
beforeAll(async () => {
  world = await startWorld()
  anna = world.anna
  dan = world.dan
})
afterAll(() => world.close())

const at = (...ids: string[]) => ids.map((id) => `<a class="stream-user-id avatar" rel="${id}">@Name</a>`).join(' ')
const someone = (role?: 'external' | 'collaborator') => world.person(`Some${count++}`, role ? { role } : {})
const comment = (who: Person, place: string, text: string, more: Record<string, unknown> = {}) =>
  who.post(`${place}/comments`, { text, ...more })
const read = async (place: string): Promise<Data> => (await anna.get(place)).body.data[0]
const sees = async (who: Person, place: string) => (await who.get(place)).status === 200

describe('who is not let in', () => {
  test('anybody, where the writer may comment but not share: the words stay', async () => {
    const task = await world.task()
    const { status, body } = await comment(world.ben, `/tasks/${task.id}`, at(dan.id))
    expect({ status, text: body.data[0].text }).toEqual({ status: 200, text: at(dan.id) })
    expect((await world.ben.put(`/tasks/${task.id}`, { description: at(dan.id) })).status).toBe(200)
    const own = await world.ben.post(`/folders/${world.pond.id}/tasks`, { title: 'x', description: at(dan.id) })
    expect(await sees(dan, `/tasks/${own.body.data[0].id}`)).toBe(false)
    expect(await sees(dan, `/tasks/${task.id}`)).toBe(false)
    expect((await read(`/tasks/${task.id}`)).followerIds).not.toContain(dan.id)
  })

  test('by an external writer or a collaborator', async () => {
    for (const role of ['external', 'collaborator'] as const) {
      const guest = await someone(role)
      const task = await world.task({ shareds: [guest.id] })
      expect((await comment(guest, `/tasks/${task.id}`, at(dan.id))).status).toBe(200)
      expect(await sees(dan, `/tasks/${task.id}`)).toBe(false)
    }
  })

  test('those who are switched off, of another account, groups and nobody', async () => {
    const off = await someone()
    await anna.put(`/users/${off.id}`, { active: false })
    const group = (await anna.post('/groups', { title: 'All', members: [dan.id] })).body.data[0]
    const task = await world.task()
    const nobody = encodeId('Contact', world.accountId, 999_999)
    const text = at(off.id, world.eve.id, group.id, nobody)
    const events = await recordedBy(world, () => comment(anna, `/tasks/${task.id}`, text))
    expect(events.map((event) => event.type)).toEqual(['CommentAdded'])
    expect((await read(`/tasks/${task.id}`)).sharedIds).toEqual((await read(`/tasks/${world.dig.id}`)).sharedIds)
  })

  test('outsiders, into a locked space', async () => {
    const full = encodeId('AccessRole', world.accountId, 0xffffffff)
    const members = [{ id: anna.id, accessRoleId: full, isManager: true }]
    const vault = (await anna.post('/spaces', { accessType: 'Locked', title: 'Vault', members })).body.data[0]
    const folder = await world.folder({ in: vault, description: at(dan.id) })
    const task = await world.task({ in: folder, description: at(dan.id) })
    await comment(anna, `/folders/${folder.id}`, at(dan.id))
    await comment(anna, `/tasks/${task.id}`, at(dan.id))
    expect(await sees(dan, `/folders/${folder.id}`)).toBe(false)
    expect(await sees(dan, `/tasks/${task.id}`)).toBe(false)
  })

  test('members of a space are not made by a mention', async () => {
    expect((await comment(anna, `/folders/${world.garden.id}`, at(dan.id))).status).toBe(200)
    expect(await sees(dan, `/folders/${world.garden.id}`)).toBe(false)
  })

  test('by plain text, or a copy', async () => {
    const folder = await world.folder()
    const task = await world.task({ in: folder })
    await comment(anna, `/tasks/${task.id}`, at(dan.id), { plainText: true })
    expect(await sees(dan, `/tasks/${task.id}`)).toBe(false)
    await anna.put(`/folders/${folder.id}`, { description: at(dan.id) })
    await anna.put(`/folders/${folder.id}`, { removeShareds: [dan.id] })
    const copy = await anna.post(`/copy_folder/${folder.id}`, {
      parent: world.garden.id,
      title: 'Copy',
      copyDescriptions: true,
    })
    expect(copy.body.data[0].description).toBe(at(dan.id))
    expect(await sees(dan, `/folders/${copy.body.data[0].id}`)).toBe(false)
  })
})

describe('on a task, a mention', () => {
  test('in a comment shares it, with its subtasks, and makes it followed', async () => {
    const task = await world.task()
    const below = await world.task({ superTasks: [task.id] })
    const events = await recordedBy(world, () => comment(anna, `/tasks/${task.id}`, at(dan.id)))
    expect(events.map(({ type, after }) => [type, after])).toEqual([
      ['CommentAdded', expect.anything()],
      ['TaskSharedsAdded', { added: [dan.personId] }],
      ['TaskFollowersAdded', { added: [dan.personId] }],
    ])
    const after = await read(`/tasks/${task.id}`)
    expect(after.sharedIds).toContain(dan.id)
    expect(after.followerIds).toContain(dan.id)
    for (const one of [task, below]) expect(await sees(dan, `/tasks/${one.id}`)).toBe(true)
    expect(await sees(dan, `/folders/${world.pond.id}`)).toBe(false)
  })

  test('in the description does so too, when it is made and when it is changed', async () => {
    const made = await world.task({ description: at(dan.id) })
    expect(made.sharedIds).toContain(dan.id)
    expect(made.followerIds).toEqual(expect.arrayContaining([anna.id, dan.id]))
    const [eli, fay] = [await someone('external'), await someone('collaborator')]
    const { body } = await anna.put(`/tasks/${made.id}`, { description: at(dan.id, eli.id, fay.id) })
    expect(body.data[0].followerIds).toEqual(expect.arrayContaining([eli.id, fay.id]))
    for (const guest of [eli, fay]) expect(await sees(guest, `/tasks/${made.id}`)).toBe(true)
  })

  test('at the root shares what is one’s own', async () => {
    const task = (await world.ben.post(`/folders/${world.root}/tasks`, { title: 'x', description: at(dan.id) })).body
      .data[0]
    expect(await sees(dan, `/tasks/${task.id}`)).toBe(true)
  })

  test('lets those follow who see it already, whoever writes, and shares nothing more', async () => {
    const task = await world.task()
    const shares = (await read(`/tasks/${task.id}`)).sharedIds
    const events = await recordedBy(world, () => comment(world.ben, `/tasks/${task.id}`, at(world.cleo.id)))
    expect(events.map((event) => event.type)).toEqual(['CommentAdded', 'TaskFollowersAdded'])
    const after = await read(`/tasks/${task.id}`)
    expect(after.followerIds).toContain(world.cleo.id)
    expect(after.sharedIds).toEqual(shares)
  })

  test('through a group counts as seeing it', async () => {
    const gil = await someone()
    const group = (await anna.post('/groups', { title: 'Inner', members: [gil.id] })).body.data[0]
    const outer = (await anna.post('/groups', { title: 'Outer' })).body.data[0]
    await anna.put(`/groups/${group.id}`, { parent: outer.id })
    const task = await world.task({ shareds: [outer.id] })
    await comment(world.ben, `/tasks/${task.id}`, at(gil.id))
    expect((await read(`/tasks/${task.id}`)).followerIds).toContain(gil.id)
  })

  test('counts again only where an edited text did not have it', async () => {
    const [eli, fay] = [await someone(), await someone()]
    const task = await world.task()
    const { id } = (await comment(anna, `/tasks/${task.id}`, at(eli.id))).body.data[0]
    await anna.put(`/tasks/${task.id}`, { removeShareds: [eli.id] })
    const edited = await anna.put(`/comments/${id}`, { text: `${at(eli.id, fay.id)} again` })
    expect(edited.status).toBe(200)
    expect([await sees(eli, `/tasks/${task.id}`), await sees(fay, `/tasks/${task.id}`)]).toEqual([false, true])
    const events = await recordedBy(world, () => anna.put(`/comments/${id}`, { text: `${at(fay.id)} once more` }))
    expect(events.map((event) => event.type)).toEqual(['CommentUpdated'])
  })
})

describe('on a folder or project, a mention', () => {
  test('in a comment shares it and all below it', async () => {
    const project = await world.folder({ project: {} })
    const task = await world.task({ in: project })
    const events = await recordedBy(world, () => comment(anna, `/folders/${project.id}`, at(dan.id)))
    expect(events.map(({ type, after }) => [type, after])).toEqual([
      ['FolderCommentAdded', expect.anything()],
      ['ProjectSharingChanged', { added: [dan.personId], removed: [], roles: [] }],
    ])
    expect((await read(`/folders/${project.id}`)).sharedIds).toContain(dan.id)
    expect(await sees(dan, `/tasks/${task.id}`)).toBe(true)
  })

  test('in the description does so too, when it is made and when it is changed', async () => {
    const made = await world.folder({ description: at(dan.id) })
    expect(made.sharedIds).toContain(dan.id)
    const eli = await someone()
    const events = await recordedBy(world, () => anna.put(`/folders/${made.id}`, { description: at(dan.id, eli.id) }))
    expect(events.map((event) => event.type)).toEqual(['FolderDescriptionChanged', 'FolderSharingChanged'])
    expect(await sees(eli, `/folders/${made.id}`)).toBe(true)
  })

  test('by an editor shares nothing', async () => {
    const folder = await world.folder()
    await comment(world.ben, `/folders/${folder.id}`, at(dan.id))
    await world.ben.put(`/folders/${folder.id}`, { description: at(dan.id) })
    expect(await sees(dan, `/folders/${folder.id}`)).toBe(false)
  })
})
