import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const make = async (parameters: Record<string, unknown>): Promise<Data> =>
  (await world.anna.post('/jobroles', parameters)).body.data[0]
const titles = async (who = world.anna) => (await who.get('/jobroles')).body.data.map((role: Data) => role.title)

describe('job roles', () => {
  test('are read by every user and written by admins', async () => {
    const role = await make({ title: 'Gardener' })
    expect(await titles(world.dan)).toContain('Gardener')
    for (const answer of [
      await world.ben.post('/jobroles', { title: 'X' }),
      await world.ben.put(`/jobroles/${role.id}`, { title: 'X' }),
      await world.ben.delete(`/jobroles/${role.id}`),
    ])
      expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 403, error: 'not_allowed' })
    expect(await titles()).toContain('Gardener')
  })
  test('are not written on a plan without them', async () => {
    await world.plan('Enterprise')
    expect((await world.anna.post('/jobroles', { title: 'X' })).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })
  test('take letters and colour from their title unless told', async () => {
    const role = await make({ title: 'pond keeper' })
    expect(role).toMatchObject({ title: 'pond keeper', shortTitle: 'PK', isDeleted: false })
    expect(role.avatarUrl).toContain('/PK.svg')
    const named = await make({ title: 'Digger', shortTitle: 'Dg', avatarColor: 'Red2' })
    expect(named.shortTitle).toBe('Dg')
    expect(named.avatarUrl).toMatch(/\/avatars\/E53935\/Dg\.svg$/)
    const { body } = await world.anna.put(`/jobroles/${named.id}`, { avatarColor: 'Blue1' })
    expect(body.data[0]).toMatchObject({ title: 'Digger', shortTitle: 'Dg' })
    expect(body.data[0].avatarUrl).toContain('64B5F6')
  })
  test('are deleted softly: read by id, listed no more, given to nobody', async () => {
    const role = await make({ title: 'Fisher' })
    await world.anna.put(`/contacts/${world.anna.id}`, { jobRoleId: role.id })
    expect((await world.anna.delete(`/jobroles/${role.id}`)).body.data[0].isDeleted).toBe(true)
    expect(await titles()).not.toContain('Fisher')
    expect((await world.anna.get(`/jobroles/${role.id}`)).body.data[0].isDeleted).toBe(true)
    expect((await world.anna.delete(`/jobroles/${role.id}`)).status).toBe(200)
    expect((await world.anna.put(`/jobroles/${role.id}`, { title: 'X' })).body.error).toBe('not_allowed')
    expect((await world.ben.put(`/contacts/${world.ben.id}`, { jobRoleId: role.id })).status).toBe(404)
    const [anna] = (await world.anna.get(`/contacts/${world.anna.id}`, { fields: ['jobRoleId'] })).body.data
    expect(anna.jobRoleId).toBe(role.id)
  })
  test('tell of each change as an event', async () => {
    const role = await make({ title: 'Weeder' })
    await world.anna.put(`/jobroles/${role.id}`, { title: 'Mower' })
    await world.anna.delete(`/jobroles/${role.id}`)
    const { rows } = await world.store.pool.query(
      `select type, before ->> 'title' as before, after ->> 'title' as after from event
       where entity_type = 'job_role' and entity_id = (select job_role_id from job_role where title = 'Mower') order by event_id`,
    )
    expect(rows).toEqual([
      { type: 'JobRoleCreated', before: null, after: 'Weeder' },
      { type: 'JobRoleChanged', before: 'Weeder', after: 'Mower' },
      { type: 'JobRoleDeleted', before: 'Mower', after: 'Mower' },
    ])
  })
})

describe('the job role of a contact', () => {
  test('comes when it is asked for, and is the own to choose', async () => {
    const role = await make({ title: 'Planter' })
    const { body } = await world.ben.put(`/contacts/${world.ben.id}`, { jobRoleId: role.id, fields: ['jobRoleId'] })
    expect(body.data[0].jobRoleId).toBe(role.id)
    const plain = (await world.anna.get(`/contacts/${world.ben.id}`)).body.data[0]
    expect(plain).not.toHaveProperty('jobRoleId')
    expect((await world.ben.put(`/contacts/${world.cleo.id}`, { jobRoleId: role.id })).body.error).toBe(
      'access_forbidden',
    )
  })
  test('has to exist in the account', async () => {
    for (const id of [
      encodeId('JobRole', world.accountId, 99999),
      (await world.eve.post('/jobroles', { title: 'Elsewhere' })).body.data[0].id,
    ])
      expect((await world.ben.put(`/contacts/${world.ben.id}`, { jobRoleId: id })).body.error).toBe(
        'resource_not_found',
      )
  })
})
