import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
/** A workflow of Anna's own, and the status of each of its names. */
let own: Record<string, string>
let standard: Record<string, string>
beforeAll(async () => {
  world = await startWorld()
  const workflows = async () => (await world.anna.get('/workflows')).body.data
  const byName = (workflow: Data) =>
    Object.fromEntries(workflow.customStatuses.map((status: Data) => [status.name, status.id]))
  standard = byName((await workflows()).find((workflow: Data) => workflow.standard))
  const flow = (await world.anna.post('/workflows', { name: 'Growing' })).body.data[0]
  for (const [name, group] of [
    ['Sown', 'Active'],
    ['Grown', 'Completed'],
    ['Eaten', 'Completed'],
  ])
    await world.anna.put(`/workflows/${flow.id}`, { customStatus: { name, color: 'Green', group } })
  own = byName((await workflows()).find((workflow: Data) => workflow.id === flow.id))
})
afterAll(() => world.close())

const put = (task: Data, parameters: Parameters) => world.anna.put(`/tasks/${task.id}`, parameters)
const changed = async (task: Data, parameters: Parameters): Promise<Data> => (await put(task, parameters)).body.data[0]

describe('a status is refused', () => {
  test('that is none', async () => {
    expect((await put(world.dig, { status: 'completed' })).body.error).toBe('invalid_parameter')
  })
  test('that contradicts the custom status of the same call', async () => {
    const { status, body } = await put(world.dig, { status: 'Active', customStatus: own.Grown })
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
  })
  test('on the plan Team, where a custom status is taken', async () => {
    await world.plan('Team')
    const { status, body } = await put(world.dig, { status: 'Completed' })
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
    const created = await world.anna.post(`/folders/${world.pond.id}/tasks`, { title: 'x', status: 'Completed' })
    expect(created.body.error).toBe('not_allowed')
    expect((await put(world.dig, { customStatus: standard.New })).status).toBe(200)
    await world.plan('Pinnacle')
  })
})

describe('a task', () => {
  test('is Active in the standard workflow from the beginning', async () => {
    expect(world.dig).toMatchObject({ status: 'Active', customStatusId: standard.New })
  })
  test('is created with a status or a custom status', async () => {
    expect(await world.task({ status: 'Deferred' })).toMatchObject({ status: 'Deferred' })
    expect(await world.task({ customStatus: own.Grown })).toMatchObject({
      status: 'Completed',
      customStatusId: own.Grown,
      completedDate: expect.any(String),
    })
    expect(await world.task({ customStatus: own.Grown, status: 'Completed' })).toMatchObject({ status: 'Completed' })
  })
  for (const status of ['Active', 'Completed', 'Deferred', 'Cancelled'])
    test(`becomes ${status} with a custom status of that group`, async () => {
      const task = await changed(await world.task({ status: status === 'Active' ? 'Deferred' : 'Active' }), { status })
      expect(task.status).toBe(status)
      expect(Object.values(standard)).toContain(task.customStatusId)
    })
  test('has completedDate while it is Completed, and only then', async () => {
    const task = await world.task()
    expect(task).not.toHaveProperty('completedDate')
    expect(await changed(task, { status: 'Completed' })).toHaveProperty('completedDate')
    expect(await changed(task, { status: 'Cancelled' })).not.toHaveProperty('completedDate')
  })
  test('keeps the moment of its completion when it goes to another completed status', async () => {
    const task = await changed(await world.task(), { customStatus: own.Grown })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await changed(task, { customStatus: own.Eaten })).completedDate).toBe(task.completedDate)
  })
  test('keeps its custom status when it is given the group it is in', async () => {
    const task = await changed(await world.task(), { customStatus: own.Eaten })
    expect((await changed(task, { status: 'Completed' })).customStatusId).toBe(own.Eaten)
  })
  test('takes the status of the workflow of its space', async () => {
    const flow = (await world.anna.get('/workflows')).body.data.find((one: Data) => one.name === 'Growing')
    const bed = (await world.anna.post('/spaces', { title: 'Bed', accessType: 'Private' })).body.data[0]
    await world.anna.put(`/spaces/${bed.id}`, { defaultTaskWorkflowId: flow.id })
    const task = await world.task({ in: bed })
    expect(Object.values(own)).toContain(task.customStatusId)
    expect(Object.values(own)).toContain((await changed(task, { status: 'Completed' })).customStatusId)
  })
})
