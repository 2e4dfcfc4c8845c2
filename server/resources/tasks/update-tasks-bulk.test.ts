import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { eventsSince } from '#testing/events.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let one: Data
let two: Data
let fieldId: string
beforeAll(async () => {
  world = await startWorld()
  fieldId = (await world.anna.post('/customfields', { title: 'Depth', type: 'Text' })).body.data[0].id
})
beforeEach(async () => {
  one = await world.task({ title: 'One' })
  two = await world.task({ title: 'Two' })
})
afterAll(() => world.close())

const put = (parameters: Parameters, who = world.anna) => who.put(`/tasks/${two.id},${one.id}`, parameters)
const read = async () => (await world.anna.get(`/tasks/${one.id},${two.id}`)).body.data

describe('several tasks', () => {
  test('refuse what only one task takes', async () => {
    const parts: Parameters[] = [
      { title: 'x' },
      { status: 'Completed' },
      { dates: { start: '2026-03-02' } },
      { importance: 'High' },
      { description: 'x' },
      { addShareds: [world.ben.id] },
      { addFollowers: [world.ben.id] },
      { addSuperTasks: [world.dig.id] },
      { metadata: [] },
      { restore: true },
      { billingType: 'Billable' },
      { fields: ['billingType'] },
      { withInvitations: true },
    ]
    for (const part of parts) {
      const { status, body } = await put(part)
      expect({ part, status, error: body.error }).toEqual({ part, status: 400, error: 'invalid_parameter' })
    }
  })
  test('take what is said once for all, and are answered in the order of the request', async () => {
    const shed = await world.folder({ title: 'Shed' })
    const customStatus = encodeId('CustomStatus', world.accountId, 1)
    const { body } = await put({
      customFields: [{ id: fieldId, value: 'deep' }],
      addParents: [shed.id],
      removeParents: [world.pond.id],
      addResponsibles: [world.ben.id],
      effortAllocation: { mode: 'Basic', totalEffort: 60 },
      customStatus,
    })
    expect(body.data.map((task: Data) => task.title)).toEqual(['Two', 'One'])
    for (const task of body.data)
      expect(task).toMatchObject({
        parentIds: [shed.id],
        responsibleIds: [world.ben.id],
        customFields: [{ id: fieldId, value: 'deep' }],
        customStatusId: customStatus,
      })
    expect(await read()).toEqual([body.data[1], body.data[0]])
    await put({ removeResponsibles: [world.ben.id], setResponsibleAllocation: [{ userId: world.anna.id }] })
    const { data } = (await world.anna.get(`/tasks/${one.id}`, { fields: ['effortAllocation'] })).body
    expect(data[0]).toMatchObject({
      responsibleIds: [],
      effortAllocation: { mode: 'Basic', totalEffort: 60, responsibleAllocation: [{ userId: world.anna.id }] },
    })
  })
  test('change all or none', async () => {
    const alone = await world.task({ in: { id: world.root }, title: 'At root' })
    const secret = (await world.dan.post(`/folders/${world.root}/tasks`, { title: 'Secret' })).body.data[0]
    const part = { customFields: [{ id: fieldId, value: 'half' }] }
    expect((await world.anna.put(`/tasks/${one.id},${secret.id}`, part)).body.error).toBe('access_forbidden')
    expect((await world.ben.put(`/tasks/${one.id},${alone.id}`, part)).body.error).toBe('access_forbidden')
    await world.anna.delete(`/tasks/${two.id}`)
    expect((await put(part)).body.error).toBe('not_allowed')
    expect((await world.anna.put(`/tasks/${one.id},${alone.id}`, { removeParents: [world.pond.id] })).status).toBe(400)
    for (const task of await read()) expect(task).toMatchObject({ customFields: [], parentIds: [world.pond.id] })
  })
  test('are at most 100', async () => {
    const path = (count: number) =>
      `/tasks/${Array.from({ length: count }, (_, n) => encodeId('Task', world.accountId, 800_000 + n)).join(',')}`
    expect((await world.anna.put(path(100), {})).body.error).toBe('resource_not_found')
    expect((await world.anna.put(path(101), {})).body.error).toBe('invalid_parameter')
  })
  test('may be one named twice', async () => {
    const { body } = await world.anna.put(`/tasks/${one.id},${one.id}`, { customFields: [{ id: fieldId, value: 'x' }] })
    expect(body.data).toHaveLength(1)
  })
  test('take a status from who has the role Limited, and nothing else', async () => {
    const lim = await world.person('Lim')
    const limited = encodeId('AccessRole', world.accountId, 0xfffffffd)
    await world.anna.put(`/folders/${world.pond.id}`, { addAccessRoles: { [lim.id]: limited } })
    const customStatus = encodeId('CustomStatus', world.accountId, 1)
    expect((await put({ customStatus }, lim)).body.data[0].status).toBe('Completed')
    expect((await put({ customStatus, customFields: [] }, lim)).body.error).toBe('access_forbidden')
  })
  test('announce what changed in each', async () => {
    const since = await eventsSince(world)
    await put({ customFields: [{ id: fieldId, value: 'told' }] })
    await put({})
    expect(await since()).toEqual(['TaskCustomFieldChanged', 'TaskCustomFieldChanged'])
  })
})
