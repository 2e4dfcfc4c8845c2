import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const logged = async (who = world.ben, task = world.dig): Promise<Data> => {
  const parameters = { comment: 'Digging', hours: 2, trackedDate: '2026-03-02' }
  return (await who.post(`/tasks/${task.id}/timelogs`, parameters)).body.data[0]
}

describe('changing a record', () => {
  test('is for whose time it is, and for admins', async () => {
    const { id } = await logged()
    const editor = await world.person('Eddi')
    await world.anna.put(`/tasks/${world.dig.id}`, { addShareds: [editor.id] })
    expect((await editor.put(`/timelogs/${id}`, { hours: 3 })).body.error).toBe('access_forbidden')
    expect((await world.dan.put(`/timelogs/${id}`, { hours: 3 })).body.error).toBe('access_forbidden')
    expect((await world.anna.put(`/timelogs/${id}`, { hours: 3 })).body.data[0]).toMatchObject({
      hours: 3,
      userId: world.ben.id,
    })
  })

  test('touches what is sent, and raises the date of the change', async () => {
    const before = await logged()
    await world.store.pool.query(`update timelog set updated_at = now() - interval '1 hour'`)
    const { body } = await world.ben.put(`/timelogs/${before.id}`, { comment: '<i>deeper</i>' })
    expect(body.data).toEqual([
      { ...before, comment: '<i>deeper</i>', updatedDate: expect.stringMatching(/^\d{4}-.*Z$/) },
    ])
    const categories = (await world.anna.get('/timelog_categories')).body.data
    const moved = { trackedDate: '2026-03-03', categoryId: categories[0].id, hours: 0.25 }
    expect((await world.ben.put(`/timelogs/${before.id}`, moved)).body.data[0]).toMatchObject(moved)
  })

  test('is an event with before and after', async () => {
    const { id } = await logged()
    const events = await recordedBy(world, () => world.ben.put(`/timelogs/${id}`, { hours: 4 }))
    expect(events).toMatchObject([{ type: 'TimelogChanged', before: { hours: 2 }, after: { hours: 4 } }])
  })

  test('and deleting one are refused on a plan without time tracking', async () => {
    const { id } = await logged()
    await world.plan('Free')
    expect((await world.ben.put(`/timelogs/${id}`, { hours: 1 })).body.error).toBe('not_allowed')
    expect((await world.ben.delete(`/timelogs/${id}`)).body.error).toBe('not_allowed')
    expect((await world.ben.get(`/timelogs/${id}`)).body.data[0].hours).toBe(2)
    await world.plan('Pinnacle')
  })
})

describe('deleting a record', () => {
  test('is for whose time it is, and for admins', async () => {
    const { id } = await logged()
    expect((await world.cleo.delete(`/timelogs/${id}`)).body.error).toBe('access_forbidden')
    expect((await world.dan.delete(`/timelogs/${id}`)).body.error).toBe('access_forbidden')
    expect((await world.anna.delete(`/timelogs/${id}`)).status).toBe(200)
  })

  test('is for good, answers nothing and is an event', async () => {
    const { id } = await logged()
    const events = await recordedBy(world, async () => {
      expect((await world.ben.delete(`/timelogs/${id}`)).body).toEqual({ kind: 'timelogs', data: [] })
    })
    expect(events).toMatchObject([{ entity_type: 'timelog', before: { hours: 2 } }])
    expect((await world.ben.get(`/timelogs/${id}`)).body.error).toBe('resource_not_found')
  })
})
