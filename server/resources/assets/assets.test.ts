import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let van: Data
beforeAll(async () => {
  world = await startWorld()
  van = (await world.anna.post('/assets', { name: 'Blue van' })).body.data[0]
})
afterAll(() => world.close())

const assets = async (parameters: Record<string, unknown> = {}, who = world.anna) =>
  (await who.get('/contacts', { types: ['Asset'], ...parameters })).body.data

test('equipment is written by admins', async () => {
  for (const answer of [
    await world.ben.post('/assets', { name: 'X' }),
    await world.ben.put(`/assets/${van.id}`, { name: 'X' }),
    await world.ben.delete(`/assets/${van.id}`),
  ])
    expect(answer.body.error).toBe('not_allowed')
})

test('equipment is not written on a plan without it', async () => {
  await world.plan('Enterprise')
  expect((await world.anna.post('/assets', { name: 'X' })).body.error).toBe('not_allowed')
  await world.plan('Pinnacle')
})

test('equipment stands among contacts, under the id it was given', async () => {
  const [contact] = await assets()
  expect(contact).toMatchObject({ id: van.id, firstName: 'Blue van', lastName: '', type: 'Asset', deleted: false })
  expect((await world.ben.get(`/contacts/${van.id}`)).body.data[0].firstName).toBe('Blue van')
  expect((await world.anna.get('/contacts')).body.data.at(-1).id).toBe(van.id)
  expect(await assets({ name: 'BLUE' })).toHaveLength(1)
  expect(await assets({ name: 'red' })).toHaveLength(0)
  expect(
    (await world.anna.get('/contacts', { types: ['Person'] })).body.data.some((one: Data) => one.id === van.id),
  ).toBe(false)
})

test('equipment of another account is unknown', async () => {
  const answer = await world.eve.get(`/contacts/${van.id}`)
  expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 404, error: 'resource_not_found' })
  expect(await assets({}, world.eve)).toEqual([])
})

test('equipment is hidden from externals', async () => {
  const guest = await world.person('Gus', { role: 'external' })
  expect(await assets({}, guest)).toEqual([])
  expect((await guest.get(`/contacts/${van.id}`)).body.error).toBe('access_forbidden')
})

test('equipment is renamed, and deleted into the deleted contacts', async () => {
  expect((await world.anna.put(`/assets/${van.id}`, { name: 'Old van' })).body.data).toEqual([
    { id: van.id, name: 'Old van' },
  ])
  expect((await world.anna.delete(`/assets/${van.id}`)).body.data).toEqual([{ id: van.id, name: 'Old van' }])
  expect(await assets()).toEqual([])
  expect((await assets({ deleted: true }))[0]).toMatchObject({ id: van.id, deleted: true })
  expect((await world.anna.put(`/assets/${van.id}`, { name: 'X' })).body.error).toBe('not_allowed')
  expect((await world.anna.delete(`/assets/${van.id}`)).status).toBe(200)
})

test('equipment can be neither assigned nor shared with', async () => {
  expect((await world.ben.put(`/tasks/${world.dig.id}`, { addResponsibles: [van.id] })).status).toBe(400)
})
