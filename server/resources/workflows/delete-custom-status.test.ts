import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let workflow: Data
let doing: Data
let waiting: Data
let done: Data
beforeAll(async () => {
  world = await startWorld()
  const { id } = (await world.anna.post('/workflows', { name: 'Ponds' })).body.data[0]
  const { body } = await world.anna.put(`/workflows/${id}`, { customStatus: { name: 'Waiting', group: 'Active' } })
  workflow = body.data[0]
  ;[doing, waiting, done] = workflow.customStatuses
})
afterAll(() => world.close())

const remove = (status: Data, replacement: Data, who = world.anna) =>
  who.delete(`/workflows/${workflow.id}/custom_statuses/${status.id}`, { replacementId: replacement.id })

test('statuses are put in another order, all of them at once', async () => {
  const order = (...statuses: Data[]) =>
    world.anna.put(`/workflows/${workflow.id}`, { statusOrder: statuses.map(({ id }) => id) })
  expect((await order(waiting, doing)).body.error).toBe('invalid_parameter')
  const standard = (await world.anna.get('/workflows')).body.data[0]
  expect((await order(waiting, doing, standard.customStatuses[0])).body.error).toBe('invalid_parameter')
  const { body } = await order(waiting, doing, done)
  expect(body.data[0].customStatuses.map(({ name }: Data) => name)).toEqual(['Waiting', 'Active', 'Completed'])
  const read = (await world.anna.get('/workflows')).body.data.find(({ id }: Data) => id === workflow.id)
  expect(read).toEqual(body.data[0])
})

test('a workflow belongs to a space, if the request says so and the caller may edit there', async () => {
  const admin = await world.person('Ada', { role: 'admin' })
  expect((await admin.post('/workflows', { name: 'Beds', spaceId: world.garden.id })).body.error).toBe(
    'access_forbidden',
  )
  const { body } = await world.anna.post('/workflows', { name: 'Beds', spaceId: world.garden.id })
  expect(body.data[0]).toMatchObject({ name: 'Beds', spaceId: world.garden.id })
  expect((await admin.get('/workflows')).body.data.map(({ name }: Data) => name)).not.toContain('Beds')
})

test('where a workflow is used is for admins, and counts what they do not see', async () => {
  const admin = await world.person('Abe', { role: 'admin' })
  await world.task({ title: 'Fill', customStatus: waiting.id })
  await world.folder({ title: 'Lake', project: { customStatusId: waiting.id } })
  expect((await world.ben.get(`/workflows/${workflow.id}/use`)).body.error).toBe('not_allowed')
  const [use] = (await admin.get(`/workflows/${workflow.id}/use`)).body.data
  expect(use).toMatchObject({ workflowId: workflow.id, spaces: 0, folders: 0, itemTypes: 0 })
  expect(use.statuses.find((one: Data) => one.customStatusId === waiting.id)).toMatchObject({ tasks: 1, projects: 1 })
})

test('a status is deleted by admins, for another of its workflow and group; those of every account never', async () => {
  expect((await remove(waiting, doing, world.ben)).body.error).toBe('not_allowed')
  expect((await remove(waiting, waiting)).body.error).toBe('invalid_parameter')
  expect((await remove(waiting, done)).body.error).toBe('invalid_parameter')
  const standard = (await world.anna.get('/workflows')).body.data[0]
  expect((await remove(standard.customStatuses[0], waiting)).body.error).toBe('resource_not_found')
  const [first, second] = standard.customStatuses
  const path = `/workflows/${standard.id}/custom_statuses/${first.id}`
  expect((await world.anna.delete(path, { replacementId: second.id })).body.error).toBe('not_allowed')
})

test('what has a status that is deleted gets the other, deleted things too', async () => {
  const task = await world.task({ title: 'Dredge', customStatus: waiting.id })
  const binned = await world.task({ title: 'Drain', customStatus: waiting.id })
  await world.anna.delete(`/tasks/${binned.id}`)
  const events = await recordedBy(world, async () => {
    const { body } = await remove(waiting, doing)
    expect(body.data[0].customStatuses.map(({ name }: Data) => name)).toEqual(['Active', 'Completed'])
  })
  expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0]).toMatchObject({
    customStatusId: doing.id,
    status: 'Active',
  })
  expect(events.map(({ type }) => type).toSorted()).toEqual([
    'ProjectStatusChanged',
    'TaskStatusChanged',
    'TaskStatusChanged',
    'WorkflowUpdated',
  ])
  const { rows } = await world.store.pool.query(
    'select count(*) from task where title = $1 and custom_status_id = $2',
    ['Drain', Number(events.find(({ type }) => type === 'TaskStatusChanged')?.after?.custom_status_id)],
  )
  expect(Number(rows[0].count)).toBe(1)
  expect((await remove(waiting, doing)).body.error).toBe('resource_not_found')
})
