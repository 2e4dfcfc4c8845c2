import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let region: Data
beforeAll(async () => {
  world = await startWorld()
  region = (await world.anna.post('/customfields', { title: 'Region', type: 'Text' })).body.data[0]
})
afterAll(() => world.close())

const place = (item: Data) => (item.permalink && item.dates ? `tasks/${item.id}` : `folders/${item.id}`)
const cascade = (item: Data, fieldId = region.id, who = world.ben) =>
  who.post(`/${place(item)}/cascading_field_settings`, { fieldId })
const give = (item: Data, value: string | null) =>
  world.ben.put(`/${place(item)}`, { customFields: [{ id: region.id, value }] })
const regionOf = async (item: Data) =>
  (await world.anna.get(`/${place(item)}`)).body.data[0].customFields.find((one: Data) => one.id === region.id)?.value

/** A project with a folder, a task in that and a subtask. */
async function tree() {
  const top = await world.folder({ project: {} })
  const sub = await world.folder({ in: top })
  const task = await world.task({ in: sub })
  const subtask = await world.task({ in: { id: world.root }, superTasks: [task.id] })
  return { top, sub, task, subtask, all: [top, sub, task, subtask] }
}

describe('a cascade', () => {
  test('is set and ended by editors, on a plan with it', async () => {
    const { top } = await tree()
    expect((await cascade(top, region.id, world.cleo)).body.error).toBe('access_forbidden')
    expect((await cascade(top, region.id, world.dan)).body.error).toBe('access_forbidden')
    await world.plan('Team')
    expect((await cascade(top)).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
    const { body } = await cascade(top)
    const setting = { systemField: false, fieldId: region.id, enabledBy: world.ben.id, enabledAt: expect.any(String) }
    expect(body).toEqual({ kind: 'cascadingFieldSettings', data: [setting] })
    expect((await cascade(top)).body.data).toEqual(body.data)
    const settings = async () =>
      (await world.cleo.get(`/folders/${top.id}`, { fields: ['cascadingFields'] })).body.data[0].cascadingFieldSettings
    expect(await settings()).toEqual(body.data)
    const path = `/folders/${top.id}/cascading_field_settings`
    expect((await world.cleo.delete(path, { fieldId: region.id })).body.error).toBe('access_forbidden')
    expect((await world.ben.delete(path, { fieldId: region.id })).body.data).toEqual(body.data)
    expect(await settings()).toEqual([])
    expect((await world.ben.delete(path, { fieldId: region.id })).body.error).toBe('resource_not_found')
  })
  test('needs a field that the place has', async () => {
    expect((await cascade(world.pond, 'importance')).status).toBe(400)
    expect((await cascade(world.pond, 'nonsense')).status).toBe(400)
    const foreign = (await world.eve.post('/customfields', { title: 'X', type: 'Text' })).body.data[0]
    expect((await cascade(world.pond, foreign.id)).status).toBe(404)
  })
  test('hands the value down at once, with each change, and not when it is over', async () => {
    const { top, all } = await tree()
    await give(top, 'North')
    await cascade(top)
    expect(await Promise.all(all.map(regionOf))).toEqual(['North', 'North', 'North', 'North'])
    await give(top, 'South')
    expect(await Promise.all(all.map(regionOf))).toEqual(['South', 'South', 'South', 'South'])
    await give(top, null)
    expect(await Promise.all(all.map(regionOf))).toEqual([undefined, undefined, undefined, undefined])
    await world.ben.delete(`/folders/${top.id}/cascading_field_settings`, { fieldId: region.id })
    await give(top, 'East')
    expect(await Promise.all(all.map(regionOf))).toEqual(['East', undefined, undefined, undefined])
  })
  test('reaches what is made below or put there, the answer shows it', async () => {
    const { top, sub } = await tree()
    await give(top, 'North')
    await cascade(top)
    const made = await world.task({ in: sub })
    expect(made.customFields).toEqual([{ id: region.id, value: 'North' }])
    const folder = await world.folder({ in: sub })
    expect(folder.customFields).toEqual([{ id: region.id, value: 'North' }])
    const other = await world.task()
    await world.anna.put(`/tasks/${other.id}`, { addParents: [sub.id] })
    const branch = await world.folder({ in: world.garden })
    const leaf = await world.task({ in: branch })
    await world.anna.put(`/folders/${branch.id}`, { addParents: [top.id] })
    expect(await Promise.all([other, branch, leaf].map(regionOf))).toEqual(['North', 'North', 'North'])
  })
  test('starts at a task too, also for fields of the system', async () => {
    const { task, subtask } = await tree()
    await give(task, 'West')
    await cascade(task)
    expect(await regionOf(subtask)).toBe('West')
    const { body } = await cascade(task, 'importance')
    expect(body.data[0]).toMatchObject({ systemField: true, fieldId: 'importance' })
    await world.ben.put(`/tasks/${task.id}`, { importance: 'High' })
    expect((await world.ben.get(`/tasks/${subtask.id}`)).body.data[0].importance).toBe('High')
    const read = await world.ben.get(`/tasks/${task.id}`, { fields: ['cascadingFields'] })
    expect(read.body.data[0].cascadingFieldSettings).toHaveLength(2)
  })
  test('of the contract type of a project sets the billing type of tasks', async () => {
    const { top, task } = await tree()
    await cascade(top, 'billingType')
    await world.ben.put(`/folders/${top.id}`, { project: { contractType: 'NonBillable' } })
    const read = await world.ben.get(`/tasks/${task.id}`, { fields: ['billingType'] })
    expect(read.body.data[0].billingType).toBe('NonBillable')
  })
  test('tells of each value that flows as an event of its item', async () => {
    const { top, task } = await tree()
    await cascade(top)
    await give(top, 'North')
    const { rows } = await world.store.pool.query(
      `select e.type, e.after from event e join task t on t.task_id = e.entity_id where e.type = 'TaskCustomFieldChanged' order by event_id desc limit 2`,
    )
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows[0].after)).toContain('North')
    expect((await world.ben.get(`/tasks/${task.id}`)).body.data[0].updatedDate >= task.updatedDate).toBe(true)
  })
})
