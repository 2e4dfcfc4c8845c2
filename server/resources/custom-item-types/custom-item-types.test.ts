import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const make = async (parameters: Record<string, unknown>, who = world.anna): Promise<Data> =>
  (await who.post('/custom_item_types', { title: 'Bug', relatedType: 'Task', ...parameters })).body.data[0]

describe('custom item types', () => {
  test('of the account are written by admins, of a space by those whose role in it is Full', async () => {
    const bug = { title: 'Bug', relatedType: 'Task' }
    expect((await world.ben.post('/custom_item_types', bug)).body.error).toBe('not_allowed')
    const inGarden = await world.ben.post('/custom_item_types', { ...bug, spaceId: world.garden.id })
    expect(inGarden.body.error).toBe('access_forbidden')
    const own = (await world.ben.post('/spaces', { accessType: 'Private', title: 'Own' })).body.data[0]
    expect((await world.ben.post('/custom_item_types', { ...bug, spaceId: own.id })).body.data[0].spaceId).toBe(own.id)
  })
  test('are part of the plan Business', async () => {
    const type = await make({})
    await world.plan('Team')
    for (const answer of [
      await world.anna.post('/custom_item_types', { title: 'X', relatedType: 'Task' }),
      await world.anna.post(`/folders/${world.pond.id}/tasks`, { title: 'X', customItemTypeId: type.id }),
    ])
      expect(answer.body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })
  test('show what was given to them', async () => {
    const field = (await world.anna.post('/customfields', { title: 'Severity', type: 'Text' })).body.data[0]
    const type = await make({ description: 'Broken', customFieldIds: [field.id], icon: { name: 'bug' } })
    expect(type).toMatchObject({
      title: 'Bug',
      relatedType: 'Task',
      description: 'Broken',
      customFieldIds: [field.id],
      icon: { name: 'bug' },
      isDeleted: false,
    })
    expect((await world.dan.get(`/custom_item_types/${type.id}`)).body.data).toEqual([type])
  })
  test('of a space are hidden from those who do not see it', async () => {
    const type = await make({ title: 'Secret', spaceId: world.garden.id })
    expect((await world.dan.get(`/custom_item_types/${type.id}`)).body.error).toBe('access_forbidden')
    expect((await world.dan.get('/custom_item_types', { title: 'secret' })).body.data).toEqual([])
    expect((await world.cleo.get('/custom_item_types', { title: 'secret' })).body.data).toHaveLength(1)
    const listed = (await world.cleo.get(`/spaces/${world.garden.id}/custom_item_types`)).body.data
    expect(listed.map((one: Data) => one.title)).toEqual(['Secret'])
  })
  test('are listed by title and kind, up to a limit, deleted ones only when wanted', async () => {
    const [one, two] = [
      await make({ title: 'Listed one' }),
      await make({ title: 'Listed two', relatedType: 'Project' }),
    ]
    const titles = async (parameters: Record<string, unknown>) =>
      (await world.anna.get('/custom_item_types', { title: 'listed', ...parameters })).body.data.map(
        (t: Data) => t.title,
      )
    expect(await titles({})).toEqual(['Listed one', 'Listed two'])
    expect(await titles({ type: 'Project' })).toEqual(['Listed two'])
    expect(await titles({ limit: 1 })).toEqual(['Listed one'])
    expect((await world.anna.delete(`/custom_item_types/${one.id}`)).body.data[0].isDeleted).toBe(true)
    expect(await titles({})).toEqual(['Listed two'])
    expect(await titles({ withDeleted: true })).toEqual(['Listed one', 'Listed two'])
    expect((await world.anna.get(`/custom_item_types/${one.id},${two.id}`)).status).toBe(404)
    expect((await world.anna.get(`/custom_item_types/${one.id}`, { withDeleted: true })).status).toBe(200)
  })
  test('count what the caller sees of them', async () => {
    const type = await make({ title: 'Counted' })
    await world.task({ customItemTypeId: type.id })
    const count = async (who: typeof world.anna) =>
      (await who.get(`/custom_item_types/${type.id}`, { fields: ['dataUsageStatistics'] })).body.data[0]
        .dataUsageStatistics
    expect(await count(world.anna)).toEqual({ items: 1 })
    expect(await count(world.dan)).toEqual({ items: 0 })
  })
  test('are archived: nothing new is made from them until they come back', async () => {
    const type = await make({ title: 'Old' })
    const archived = (await world.anna.put(`/custom_item_types/${type.id}`, { archived: true })).body.data[0]
    expect(archived).toMatchObject({ archivedBy: world.anna.id, archivedOn: expect.any(String) })
    const parameters = { title: 'X', customItemTypeId: type.id }
    expect((await world.anna.post(`/folders/${world.pond.id}/tasks`, parameters)).body.error).toBe('not_allowed')
    await world.anna.put(`/custom_item_types/${type.id}`, { archived: false })
    expect((await world.anna.post(`/folders/${world.pond.id}/tasks`, parameters)).status).toBe(200)
  })
})
