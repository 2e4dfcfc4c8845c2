import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let plan: Data
let blueprint: Data
beforeAll(async () => {
  world = await startWorld()
  plan = await world.folder({ title: 'Plan', project: { startDate: '2026-03-02' } })
  const below = await world.folder({ in: plan, title: 'Below' })
  const responsibles = [world.ben.id]
  const first = await world.task({
    in: plan,
    title: 'First',
    responsibles,
    dates: { start: '2026-03-02', due: '2026-03-03' },
  })
  const second = await world.task({ in: below, title: 'Second', dates: { start: '2026-03-04', due: '2026-03-05' } })
  await world.task({ in: { id: world.root }, title: 'Sub', superTasks: [first.id] })
  await world.anna.post(`/tasks/${first.id}/dependencies`, { successorId: second.id, relationType: 'FinishToStart' })
  blueprint = (
    await world.anna.post(`/folders/${plan.id}/folder_blueprints`, { spaceId: world.garden.id, title: 'Model' })
  ).body.data[0]
})
afterAll(() => world.close())

const list = async (who = world.anna, parameters = {}) => (await who.get('/folder_blueprints', parameters)).body.data
const launch = (parameters: object = {}, who = world.anna) =>
  who.post(`/folder_blueprints/${blueprint.id}/launch_async`, {
    parent: world.garden.id,
    title: 'Launched',
    ...parameters,
  })
const tasksIn = async (id: string): Promise<Record<string, Data>> => {
  const { body } = await world.anna.get(`/folders/${id}/tasks`, {
    descendants: true,
    subTasks: true,
    fields: ['responsibleIds', 'dependencyIds', 'superTaskIds'],
  })
  return Object.fromEntries(body.data.map((task: Data) => [task.title, task]))
}

test('a reader of the space sees its blueprints, but makes, changes and launches none there; outsiders see none', async () => {
  expect((await list(world.cleo)).map((one: Data) => one.title).sort()).toEqual(['Below', 'Model'])
  expect(await list(world.dan)).toEqual([])
  expect((await world.cleo.post(`/folders/${plan.id}/folder_blueprints`, { spaceId: world.garden.id })).status).toBe(
    403,
  )
  expect((await world.cleo.put(`/folder_blueprints/${blueprint.id}`, { title: 'X' })).status).toBe(403)
  expect((await world.ben.delete(`/folder_blueprints/${blueprint.id}`)).status).toBe(403)
  expect((await launch({}, world.cleo)).status).toBe(403)
  expect((await launch({}, world.dan)).body.error).toBe('access_forbidden')
})

test('on a plan without blueprints they are read, but not made or launched', async () => {
  await world.plan('Team')
  expect((await list()).length).toBe(2)
  expect((await launch()).body.error).toBe('not_allowed')
  await world.plan('Pinnacle')
})

test('a blueprint is a structure of its own: no list of folders and tasks has it, and its original may change', async () => {
  const model = (await list()).find((one: Data) => one.title === 'Model')
  const below = (await list()).find((one: Data) => one.title === 'Below')
  expect(model).toMatchObject({ id: blueprint.id, childIds: [below.id], scope: 'BpFolder' })
  expect(model.permalink).toMatch(/\/open\.htm\?id=\d+$/)
  const { body } = await world.anna.get('/folders')
  expect(body.data.filter((folder: Data) => folder.title === 'Model')).toEqual([])
  const tasks = (await world.anna.get('/tasks', { title: 'First', subTasks: true })).body.data
  expect(tasks.length).toBe(1)
  expect((await world.ben.get('/tasks', { responsibles: [world.ben.id] })).body.data.length).toBe(1)
})

test('blueprints are found by permalink, title and space', async () => {
  expect((await list(world.anna, { permalink: blueprint.permalink })).map((one: Data) => one.id)).toEqual([
    blueprint.id,
  ])
  expect((await list(world.anna, { title: 'mod' })).map((one: Data) => one.id)).toEqual([blueprint.id])
  const ofSpace = await world.anna.get(`/spaces/${world.garden.id}/folder_blueprints`)
  expect(ofSpace.body).toMatchObject({ kind: 'folderBlueprints' })
  expect(ofSpace.body.data.length).toBe(2)
})

test('launching makes all of it again, at its dates or at those asked for', async () => {
  const { body } = await launch({ titlePrefix: 'New ', rescheduleDate: '2026-04-01' })
  expect(body).toMatchObject({ kind: 'asyncJob', data: [{ type: 'LaunchFolderBlueprint', status: 'InQueue' }] })
  const job = await ended(world.anna, body.data[0])
  expect(job).toMatchObject({ status: 'Completed', totalCount: 5 })
  const made = (await world.ben.get(`/folders/${job.result.folderId}`)).body.data[0]
  expect(made).toMatchObject({ title: 'Launched', parentIds: [world.garden.id], project: { startDate: '2026-04-01' } })
  const tasks = await tasksIn(made.id)
  expect(Object.keys(tasks).sort()).toEqual(['New First', 'New Second', 'New Sub'])
  expect(tasks['New First']).toMatchObject({ responsibleIds: [world.ben.id], dates: { start: '2026-04-01T09:00:00' } })
  expect(tasks['New Second'].dates.start).toBe('2026-04-03T09:00:00')
  expect(tasks['New Sub'].superTaskIds).toEqual([tasks['New First'].id])
  expect(tasks['New First'].dependencyIds).toEqual(tasks['New Second'].dependencyIds)
  const bare = await ended(world.anna, (await launch({ copyResponsibles: false })).body.data[0])
  expect((await tasksIn(bare.result.folderId)).First.responsibleIds).toEqual([])
})

test('more than the limit makes the job fail, and says so', async () => {
  const job = await ended(world.anna, (await launch({ entryLimit: 4 })).body.data[0])
  expect(job.status).toBe('Failed')
  expect(job.errorMessage).toContain('more than 4 folders and tasks')
})

test('title and custom fields change; deleting takes all of it away and nothing that was made of it', async () => {
  const field = (await world.anna.post('/customfields', { title: 'Depth', type: 'Text' })).body.data[0]
  const changed = await world.ben.put(`/folder_blueprints/${blueprint.id}`, {
    title: 'Pattern',
    customFields: [{ id: field.id, value: 'deep' }],
    fields: ['customFields'],
  })
  expect(changed.body.data[0]).toMatchObject({ title: 'Pattern', customFields: [{ id: field.id, value: 'deep' }] })
  const filter = [{ id: field.id, comparator: 'EqualTo', value: 'deep' }]
  expect((await list(world.anna, { customFields: JSON.stringify(filter) })).length).toBe(1)
  const launched = await ended(world.anna, (await launch()).body.data[0])
  expect((await world.anna.delete(`/folder_blueprints/${blueprint.id}`)).body.data).toEqual([])
  expect(await list()).toEqual([])
  expect((await world.anna.get('/task_blueprints')).body.data).toEqual([])
  expect((await launch()).status).toBe(404)
  expect(Object.keys(await tasksIn(launched.result.folderId)).length).toBe(3)
})
