import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let external: Person
beforeAll(async () => {
  world = await startWorld()
  external = await world.person('Olga', { role: 'external' })
  await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [external.id] })
})
afterAll(() => world.close())

const accessRole = (number: number) => encodeId('AccessRole', world.accountId, number)
const create = (who: Person, more: Record<string, unknown> = {}, parent: string = world.pond.id) =>
  who.post(`/folders/${parent}/folders`, { title: 'New', ...more })

test('an editor creates, but shares neither what it creates nor with better roles', async () => {
  expect((await create(world.ben)).status).toBe(200)
  expect((await create(world.ben, { shareds: [world.dan.id] })).body.error).toBe('access_forbidden')
  const userAccessRoles = { [world.dan.id]: accessRole(0xfffffffc) }
  expect((await create(world.ben, { userAccessRoles })).body.error).toBe('access_forbidden')
})

test('to name oneself changes nothing: an editor stays one', async () => {
  const { status, body } = await create(world.ben, { shareds: [world.ben.id] })
  expect(status).toBe(200)
  expect((await world.ben.delete(`/folders/${body.data[0].id}`)).body.error).toBe('access_forbidden')
})

test('an external user shares nothing, at the root neither', async () => {
  expect((await create(external, { shareds: [world.ben.id] })).body.error).toBe('not_allowed')
  expect((await create(external, { shareds: [world.ben.id] }, world.root)).body.error).toBe('not_allowed')
  expect((await create(external, {}, world.root)).status).toBe(200)
})

test('an owner of a new project reaches it with no more than its creator may', async () => {
  const { body } = await create(world.ben, { project: { ownerIds: [world.dan.id, world.ben.id] } })
  const project = body.data[0]
  expect(project.project.ownerIds).toEqual([world.ben.id, world.dan.id])
  expect((await world.dan.put(`/folders/${project.id}`, { title: 'Mine' })).status).toBe(200)
  for (const who of [world.dan, world.ben])
    expect((await who.delete(`/folders/${project.id}`)).body.error).toBe('access_forbidden')
})

test('a new owner reaches the project', async () => {
  const { body } = await create(world.anna, { project: {} })
  const path = `/folders/${body.data[0].id}`
  expect((await world.dan.get(path)).status).toBe(403)
  await world.ben.put(path, { project: { ownersAdd: [world.dan.id] } })
  expect((await world.dan.get(path)).body.data[0].project.ownerIds).toEqual([world.dan.id])
  expect((await world.dan.delete(path)).body.error).toBe('access_forbidden')
})

test('a space is shared as a folder by its managers alone', async () => {
  const members = [
    { id: world.anna.id, isManager: true },
    { id: world.ben.id, isManager: false },
  ]
  const { body } = await world.anna.post('/spaces', { accessType: 'Private', title: 'Shed', members })
  const path = `/folders/${body.data[0].id}`
  expect((await world.ben.put(path, { addShareds: [world.dan.id] })).body.error).toBe('access_forbidden')
  expect((await world.anna.put(path, { addShareds: [world.dan.id] })).status).toBe(200)
  expect((await world.dan.get(`/spaces/${body.data[0].id}`)).status).toBe(200)
})
