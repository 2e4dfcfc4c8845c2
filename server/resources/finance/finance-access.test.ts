import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let una: Person
let place: Data
let task: Data
beforeAll(async () => {
  world = await startWorld()
  una = await world.person('Una')
  const full = (await world.anna.get('/access_roles')).body.data.find((role: Data) => role.title === 'Full').id
  place = await world.folder({ project: { budget: 500 } })
  await world.anna.put(`/folders/${place.id}`, { addAccessRoles: { [una.id]: full } })
  task = await world.task({ in: place })
  for (const rateValue of [10, 20]) {
    await world.anna.put('/hourly_rates', { rates: [{ rateSubjectId: world.ben.id, rateType: 'Cost', rateValue }] })
    await world.ben.post(`/tasks/${task.id}/timelogs`, { hours: 1, comment: '', trackedDate: today() })
  }
})
afterAll(() => world.close())

const today = () => new Date().toISOString().slice(0, 10)
const metrics = ['plannedCost', 'plannedFees', 'actualFees', 'actualCost']
const field = { fields: ['finance'] }

describe('money is kept', () => {
  test('from all but account admins; a budget is known to the role Full too', async () => {
    for (const who of [una, world.ben, world.cleo]) {
      expect((await who.get(`/tasks/${task.id}`, field)).body.data[0]).not.toHaveProperty('finance')
      expect((await who.get(`/folders/${place.id}/tasks`, field)).body.data[0]).not.toHaveProperty('finance')
      expect((await who.get(`/tasks/${task.id}/tasks_history`, { fields: metrics })).body.error).toBe('not_allowed')
    }
    const project = async (who: Person) => (await who.get(`/folders/${place.id}`, field)).body.data[0].project
    expect((await project(una)).finance).toEqual({ currency: 'USD', budget: 500 })
    expect(await project(world.ben)).not.toHaveProperty('finance')
    expect((await project(world.anna)).finance).toMatchObject({ actualCost: 40, budget: 500 })
  })
  test('from hidden places', async () => {
    expect((await world.dan.get(`/tasks/${task.id}/tasks_history`)).body.error).toBe('access_forbidden')
    expect((await world.dan.get(`/folders/${place.id}/folders_history`)).body.error).toBe('access_forbidden')
    expect((await world.ben.get(`/folders/${place.id}/folders_history`)).body.error).toBe('access_forbidden')
  })
  test('out of answers on a plan without it', async () => {
    await world.plan('Enterprise')
    expect((await world.anna.get(`/tasks/${task.id}`, field)).body.data[0]).not.toHaveProperty('finance')
    expect((await world.anna.get(`/folders/${place.id}/folders_history`)).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })
})

test('a budget is known, and kept as history, where nothing has a rate', async () => {
  const eve = world.eve
  const root = (await eve.get('/account')).body.data[0].rootFolderId
  const made = (await eve.post(`/folders/${root}/folders`, { title: 'Own', project: { budget: 7 } })).body.data[0]
  const [{ project }] = (await eve.get(`/folders/${made.id}`, field)).body.data
  expect(project.finance).toMatchObject({ currency: 'USD', budget: 7, actualFees: 0 })
  await eve.put(`/folders/${made.id}`, { project: { budget: 9 } })
  const [history] = (await eve.get(`/folders/${made.id}/folders_history`, { fields: ['budget'] })).body.data
  expect(history.project.budget.map((item: Data) => item.value)).toEqual([7, 9])
})

test('records of time tell what they cost and brought to account admins alone', async () => {
  const path = `/tasks/${task.id}/timelogs`
  const [record] = (await world.anna.get(path, field)).body.data
  expect(record.finance).toEqual({ currency: 'USD', actualFees: 0, actualCost: 20 })
  expect((await world.anna.get(`/timelogs/${record.id}`, field)).body.data[0].finance).toEqual(record.finance)
  expect((await world.ben.get(path, field)).body.data[0]).not.toHaveProperty('finance')
})

describe('histories', () => {
  test('of a task hold each value with its time', async () => {
    const { body } = await world.anna.get(`/tasks/${task.id}/tasks_history`, { fields: metrics })
    expect(body.kind).toBe('tasksHistory')
    const { actualCost, plannedCost, actualFees } = body.data[0]
    // The second rate of the day counts for the whole day.
    expect(actualCost.map((item: Data) => item.value)).toEqual([10, 20, 40])
    expect(actualCost.map((item: Data) => 'endDate' in item)).toEqual([true, true, false])
    expect([plannedCost, actualFees]).toEqual([[], []])
    expect((await world.anna.get(`/tasks/${task.id}/tasks_history`)).body.data).toEqual([{ id: task.id }])
  })
  test('of a project hold its budgets, which are all the role Full gets', async () => {
    await world.anna.put(`/folders/${place.id}`, { project: { budget: 800 } })
    const path = `/folders/${place.id},${world.pond.id}/folders_history`
    const all = { fields: [...metrics, 'budget'] }
    const { body } = await world.anna.get(path, all)
    expect(body.kind).toBe('foldersHistory')
    expect(body.data[0].project.budget.map((item: Data) => item.value)).toEqual([500, 800])
    expect(body.data[0].project.actualCost.at(-1).value).toBe(40)
    expect(body.data[1]).toMatchObject({ id: world.pond.id, project: { budget: [] } })
    const [own] = (await una.get(`/folders/${place.id}/folders_history`, all)).body.data
    expect(Object.keys(own.project)).toEqual(['budget'])
  })
  test('are cut to a window of changes', async () => {
    const window = (updatedDate: object) => ({ fields: ['actualCost'], updatedDate })
    const read = async (updatedDate: object) =>
      (await world.anna.get(`/tasks/${task.id}/tasks_history`, window(updatedDate))).body.data?.[0].actualCost.length
    expect(await read({ start: '2020-01-01T00:00:00Z', end: '2099-01-01T00:00:00Z' })).toBe(3)
    expect(await read({ end: '2020-01-01T00:00:00Z' })).toBe(0)
    const turned = window({ start: '2099-01-01T00:00:00Z', end: '2020-01-01T00:00:00Z' })
    expect((await world.anna.get(`/tasks/${task.id}/tasks_history`, turned)).status).toBe(400)
  })
})
