import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let vault: Data
let inside: Data
let task: Data
beforeAll(async () => {
  world = await startWorld()
  vault = await locked()
  inside = await world.folder({ in: vault })
  task = await world.task({ in: inside })
})
afterAll(() => world.close())

const full = () => encodeId('AccessRole', world.accountId, 0xffffffff)
const locked = async (): Promise<Data> => {
  const members = [
    { id: world.anna.id, accessRoleId: full(), isManager: true },
    { id: world.ben.id, accessRoleId: full() },
  ]
  return (await world.anna.post('/spaces', { accessType: 'Locked', title: 'Vault', members })).body.data[0]
}
const errorOf = async (answer: Promise<{ body: { error?: string } }>) => (await answer).body.error

test('a locked space is made by account admins, on a plan that has them', async () => {
  const wish = { accessType: 'Locked', title: 'Mine' }
  expect(await errorOf(world.ben.post('/spaces', wish))).toBe('not_allowed')
  await world.plan('Enterprise')
  expect(await errorOf(world.anna.post('/spaces', wish))).toBe('not_allowed')
  await world.plan('Pinnacle')
})

test('its members see it, and nobody else', async () => {
  expect((await world.ben.get(`/spaces/${vault.id}`)).status).toBe(200)
  const admin = await world.person('Ada', { role: 'admin' })
  for (const who of [admin, world.cleo]) expect(await errorOf(who.get(`/spaces/${vault.id}`))).toBe('access_forbidden')
})

test('a space cannot become locked', async () => {
  expect(await errorOf(world.anna.put(`/spaces/${world.garden.id}`, { accessType: 'Locked' }))).toBe(
    'invalid_parameter',
  )
})

test('a member cannot leave by itself', async () => {
  expect(await errorOf(world.ben.put(`/spaces/${vault.id}`, { membersRemove: [world.ben.id] }))).toBe('not_allowed')
})

describe('nothing in it reaches outsiders', () => {
  test('by sharing a folder or a task, a new one or an old one', async () => {
    const dan = [world.dan.id]
    for (const answer of [
      world.ben.put(`/folders/${inside.id}`, { addShareds: dan }),
      world.ben.post(`/folders/${inside.id}/folders`, { title: 'Leak', shareds: dan }),
      world.ben.put(`/tasks/${task.id}`, { addShareds: dan }),
      world.ben.post(`/folders/${inside.id}/tasks`, { title: 'Leak', shareds: dan }),
    ])
      expect(await errorOf(answer)).toBe('not_allowed')
    expect((await world.dan.get('/tasks')).body.data).toEqual([])
  })

  test('by assigning a task or owning a project', async () => {
    const dan = [world.dan.id]
    for (const answer of [
      world.ben.put(`/tasks/${task.id}`, { addResponsibles: dan }),
      world.ben.post(`/folders/${inside.id}/tasks`, { title: 'Leak', responsibles: dan }),
    ])
      expect(await errorOf(answer)).toBe('not_allowed')
    expect((await world.dan.get('/tasks')).body.data).toEqual([])
  })

  test('by another parent: neither folders nor tasks are tagged out', async () => {
    expect(await errorOf(world.anna.put(`/folders/${inside.id}`, { addParents: [world.pond.id] }))).toBe('not_allowed')
    expect(await errorOf(world.anna.put(`/tasks/${task.id}`, { addParents: [world.pond.id] }))).toBe('not_allowed')
  })

  test('by asking them to approve', async () => {
    const sent = { approvers: [world.dan.id] }
    expect(await errorOf(world.ben.post(`/tasks/${task.id}/approvals`, sent))).toBe('not_allowed')
    const approval = (await world.ben.post(`/tasks/${task.id}/approvals`, { approvers: [world.anna.id] })).body.data[0]
    const later = { addApprovers: [world.dan.id] }
    expect(await errorOf(world.ben.put(`/approvals/${approval.id}`, later))).toBe('not_allowed')
    expect((await world.dan.get('/tasks')).body.data).toEqual([])
  })

  test('by a blueprint of another space, or one of its own that is launched elsewhere', async () => {
    const out = { spaceId: world.garden.id, title: 'Leak' }
    expect(await errorOf(world.anna.post(`/folders/${inside.id}/folder_blueprints`, out))).toBe('not_allowed')
    expect(await errorOf(world.anna.post(`/tasks/${task.id}/task_blueprints`, out))).toBe('not_allowed')
    const own = await world.anna.post(`/folders/${inside.id}/folder_blueprints`, { ...out, spaceId: vault.id })
    const launch = { parent: world.garden.id, title: 'Leak' }
    const path = `/folder_blueprints/${own.body.data[0].id}/launch_async`
    expect(await errorOf(world.anna.post(path, launch))).toBe('not_allowed')
  })

  test('by a copy into it that is assigned to them', async () => {
    const open = await world.folder({ title: 'Open' })
    await world.task({ in: open, title: 'Shared', responsibles: [world.dan.id, world.ben.id] })
    const wish = { parent: vault.id, title: 'Copy' }
    const added = { ...wish, addResponsibles: [world.dan.id] }
    expect(await errorOf(world.anna.post(`/copy_folder/${open.id}`, added))).toBe('not_allowed')
    const copy = (await world.anna.post(`/copy_folder/${open.id}`, wish)).body.data[0]
    const [made] = (await world.anna.get(`/folders/${copy.id}/tasks`, { fields: ['responsibleIds'] })).body.data
    expect(made.responsibleIds).toEqual([world.ben.id])
    expect((await world.dan.get(`/tasks/${made.id}`)).body.error).toBe('access_forbidden')
  })

  test('by a request form: who sends one is not let in', async () => {
    const pages = [{ fields: [{ title: 'What', type: 'Text' }] }]
    const target = { title: 'Wish', folderId: inside.id, pages }
    const form = (await world.anna.post(`/spaces/${world.garden.id}/request_forms`, target)).body.data[0]
    const sent = world.cleo.post(`/request_forms/${form.id}/submit`, { formFields: [] })
    expect(await errorOf(sent)).toBe('not_allowed')
  })

  test('members are shared with and assigned as anywhere', async () => {
    const parameters = { addShareds: [world.ben.id], addResponsibles: [world.ben.id] }
    expect((await world.anna.put(`/tasks/${task.id}`, parameters)).status).toBe(200)
    expect((await world.anna.put(`/folders/${inside.id}`, { addShareds: [world.ben.id] })).status).toBe(200)
  })
})

test('deleted, its content is gone for good', async () => {
  const other = await locked()
  const folder = await world.folder({ in: other })
  const gone = await world.task({ in: folder })
  await world.anna.post(`/tasks/${gone.id}/comments`, { text: 'x' })
  await world.anna.post(`/tasks/${gone.id}/timelogs`, { comment: '', hours: 1, trackedDate: '2026-03-02' })
  expect((await world.anna.delete(`/spaces/${other.id}`)).body).toEqual({ kind: 'spaces', data: [] })
  const read = async (who: Person, path: string) => (await who.get(path)).body.error
  for (const path of [`/spaces/${other.id}`, `/folders/${folder.id}`, `/tasks/${gone.id}`])
    expect(await read(world.anna, path)).toBe('resource_not_found')
})
