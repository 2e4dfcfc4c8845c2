import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let digger: Data
let mower: Data
beforeAll(async () => {
  world = await startWorld()
  digger = await make({ title: 'Some digger' })
  mower = await make({ title: 'Some mower' })
})
afterAll(() => world.close())

const make = async (parameters: Record<string, unknown>): Promise<Data> =>
  (await world.anna.post('/placeholders', parameters)).body.data[0]
const field = { fields: ['responsiblePlaceholderIds'] }
const placeholdersOf = async (task: Data) =>
  (await world.anna.get(`/tasks/${task.id}`, field)).body.data[0].responsiblePlaceholderIds

describe('placeholders', () => {
  test('are read by every user and written by admins', async () => {
    const list = (await world.dan.get('/placeholders')).body.data
    expect(list.map((one: Data) => one.title)).toEqual(['Some digger', 'Some mower'])
    expect((await world.ben.post('/placeholders', { title: 'X' })).body.error).toBe('not_allowed')
    expect((await world.ben.put(`/placeholders/${digger.id}`, { title: 'X' })).body.error).toBe('not_allowed')
    expect((await world.ben.delete(`/placeholders/${digger.id}`)).body.error).toBe('not_allowed')
  })
  test('are not written on a plan without them', async () => {
    await world.plan('Business')
    expect((await world.anna.post('/placeholders', { title: 'X' })).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })
  test('have a job role that can be taken away', async () => {
    const role = (await world.anna.post('/jobroles', { title: 'Planter' })).body.data[0]
    const one = await make({ title: 'Planter 1', jobRoleId: role.id })
    expect(one).toMatchObject({ title: 'Planter 1', shortTitle: 'P1', jobRoleId: role.id, deleted: false })
    const { body } = await world.anna.put(`/placeholders/${one.id}`, { jobRoleId: null })
    expect(body.data[0]).not.toHaveProperty('jobRoleId')
    expect((await world.anna.delete(`/placeholders/${one.id}`)).body.data[0].deleted).toBe(true)
    expect((await world.anna.get('/placeholders')).body.data).toHaveLength(2)
    expect((await world.anna.get(`/placeholders/${one.id}`)).body.data[0].deleted).toBe(true)
  })
})

describe('a task', () => {
  test('is given to placeholders when it is created, and the list finds it by them', async () => {
    const task = await world.task({ title: 'Hole', responsiblePlaceholders: [digger.id], ...field })
    expect(task.responsiblePlaceholderIds).toEqual([digger.id])
    expect(await placeholdersOf(world.dig)).toEqual([])
    const found = await world.anna.get('/tasks', { responsiblePlaceholders: [digger.id], ...field })
    expect(found.body.data.map((one: Data) => [one.title, one.responsiblePlaceholderIds])).toEqual([
      ['Hole', [digger.id]],
    ])
  })
  test('is given to others and taken away by editors', async () => {
    const task = await world.task({ responsiblePlaceholders: [digger.id] })
    const swap = { addResponsiblePlaceholders: [mower.id], removeResponsiblePlaceholders: [digger.id] }
    expect((await world.cleo.put(`/tasks/${task.id}`, swap)).body.error).toBe('access_forbidden')
    const { body } = await world.ben.put(`/tasks/${task.id}`, { ...swap, ...field })
    expect(body.data[0].responsiblePlaceholderIds).toEqual([mower.id])
    const both = { addResponsiblePlaceholders: [mower.id], removeResponsiblePlaceholders: [mower.id] }
    expect((await world.ben.put(`/tasks/${task.id}`, both)).status).toBe(400)
  })
  test('among several is given to them alike', async () => {
    const [one, two] = [await world.task(), await world.task()]
    await world.ben.put(`/tasks/${one.id},${two.id}`, { addResponsiblePlaceholders: [mower.id] })
    expect([await placeholdersOf(one), await placeholdersOf(two)]).toEqual([[mower.id], [mower.id]])
  })
  test('has effort spread over people and placeholders', async () => {
    const spread = [{ placeholderId: digger.id, dailyAllocation: [{ date: '2026-03-02', effortMinutes: 60 }] }]
    const { body } = await world.ben.put(`/tasks/${world.dig.id}`, {
      effortAllocation: { mode: 'Flexible', responsibleAllocation: spread },
      fields: ['effortAllocation'],
    })
    expect(body.data[0].effortAllocation).toEqual({ mode: 'Flexible', responsibleAllocation: spread })
    const none = { effortAllocation: { mode: 'Flexible', responsibleAllocation: [{ dailyAllocation: [] }] } }
    expect((await world.ben.put(`/tasks/${world.dig.id}`, none)).status).toBe(400)
  })
  test('keeps a deleted placeholder until it is taken away, and is given none', async () => {
    const gone = await make({ title: 'Gone' })
    const task = await world.task({ responsiblePlaceholders: [gone.id] })
    await world.anna.delete(`/placeholders/${gone.id}`)
    expect(await placeholdersOf(task)).toEqual([gone.id])
    const added = await world.ben.put(`/tasks/${world.dig.id}`, { addResponsiblePlaceholders: [gone.id] })
    expect(added.body.error).toBe('resource_not_found')
    await world.ben.put(`/tasks/${task.id}`, { removeResponsiblePlaceholders: [gone.id] })
    expect(await placeholdersOf(task)).toEqual([])
  })
  test('tells of its placeholders as events', async () => {
    const { rows } = await world.store.pool.query(
      `select count(*) filter (where type = 'TaskResponsiblePlaceholdersAdded') as added,
         count(*) filter (where type = 'TaskResponsiblePlaceholdersRemoved') as removed from event`,
    )
    expect(rows).toEqual([{ added: 3, removed: 2 }])
  })
})
