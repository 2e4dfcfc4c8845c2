import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

test('four roles are built in; the default, Full, has the highest number', async () => {
  const { body } = await world.anna.get('/access_roles')
  expect(body.kind).toBe('accessRoles')
  expect(body.data.map((role) => role.title)).toEqual(['Full', 'Editor', 'Limited', 'Read Only'])
  expect(body.data[0].id).toMatch(/ND777777$/)
  for (const role of body.data) expect(role.description).not.toBe('')
})

test('each of them may be given, by its id', async () => {
  const { body } = await world.anna.get('/access_roles')
  for (const role of body.data) {
    const folder = await world.folder({ userAccessRoles: { [world.dan.id]: role.id } })
    const shown = await world.anna.get(`/folders/${folder.id}`, { fields: ['accessRoles'] })
    expect(shown.body.data[0].userAccessRoles[world.dan.id]).toBe(role.id)
  }
})

test('the list needs its scope, and a plan with roles', async () => {
  const reader = await world.withScopes(world.anna, ['wsReadWrite'])
  expect((await reader.get('/access_roles')).body.error).toBe('not_allowed')
  await world.plan('Team')
  expect((await world.anna.get('/access_roles')).body.error).toBe('not_allowed')
  await world.plan('Pinnacle')
})
