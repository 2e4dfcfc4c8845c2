import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let blueprint: Data
beforeAll(async () => {
  world = await startWorld()
  await world.task({
    in: { id: world.root },
    title: 'Deeper',
    superTasks: [world.dig.id],
    responsibles: [world.dan.id],
  })
  blueprint = (await world.anna.post(`/tasks/${world.dig.id}/task_blueprints`, { spaceId: world.garden.id })).body
    .data[0]
})
afterAll(() => world.close())

const launch = (parameters: object, who = world.anna) =>
  who.post(`/task_blueprints/${blueprint.id}/launch_async`, { title: 'Launched', ...parameters })
const task = async (id: string, who = world.anna): Promise<Data> => (await who.get(`/tasks/${id}`)).body.data?.[0]

test('exactly one place is to be given', async () => {
  expect((await launch({})).body.error).toBe('parameter_required')
  const both = { parentId: world.pond.id, superTaskId: world.dig.id }
  expect((await launch(both)).body.error).toBe('invalid_parameter')
})

test('tasks of blueprints are listed page by page, each with its subtasks', async () => {
  const first = await world.cleo.get('/task_blueprints', { pageSize: 1 })
  expect(first.body.data[0]).toMatchObject({ title: 'Dig', scope: 'BpTask' })
  const next = await world.cleo.get('/task_blueprints', { nextPageToken: first.body.nextPageToken })
  expect(next.body.data.map((one: Data) => one.title)).toEqual(['Deeper'])
  expect(first.body.data[0].childIds).toEqual([next.body.data[0].id])
  expect(next.body.nextPageToken).toBeUndefined()
  expect((await world.anna.get('/task_blueprints', { limit: 1 })).body.data.length).toBe(1)
  expect((await world.dan.get('/task_blueprints')).body.data).toEqual([])
  const found = await world.anna.get(`/spaces/${world.garden.id}/task_blueprints`, { permalink: blueprint.permalink })
  expect(found.body.data.map((one: Data) => one.id)).toEqual([blueprint.id])
})

test('launched into a folder it is a task there, with its subtasks, which those reach who reach the folder', async () => {
  const job = await ended(world.anna, (await launch({ parentId: world.pond.id })).body.data[0])
  expect(job).toMatchObject({ status: 'Completed', type: 'LaunchTaskBlueprint', totalCount: 2 })
  const made = await task(job.result.taskId, world.cleo)
  expect(made).toMatchObject({ title: 'Launched', parentIds: [world.pond.id] })
  const deeper = await task(made.subTaskIds[0], world.cleo)
  expect(deeper).toMatchObject({
    title: 'Deeper',
    parentIds: [],
    superTaskIds: [made.id],
    responsibleIds: [world.dan.id],
  })
  expect((await task(deeper.id, world.dan)).title).toBe('Deeper')
})

test('launched into a task it is a subtask, reached through that', async () => {
  const job = await ended(world.anna, (await launch({ superTaskId: world.dig.id })).body.data[0])
  const made = await task(job.result.taskId, world.cleo)
  expect(made).toMatchObject({ superTaskIds: [world.dig.id], parentIds: [] })
  const listed = (await world.cleo.get(`/folders/${world.pond.id}/tasks`)).body.data
  expect(listed.some((one: Data) => one.id === made.id)).toBe(false)
})

test('launched at the root it is the caller’s', async () => {
  const job = await ended(world.ben, (await launch({ parentId: world.root }, world.ben)).body.data[0])
  expect((await task(job.result.taskId, world.ben)).parentIds).toEqual([world.root])
  expect(await task(job.result.taskId, world.anna)).toBeUndefined()
})

test('a part of a blueprint can be deleted by itself', async () => {
  const [dig] = (await world.anna.get('/task_blueprints')).body.data
  expect((await world.anna.delete(`/task_blueprints/${dig.childIds[0]}`)).status).toBe(200)
  expect((await world.anna.get('/task_blueprints')).body.data).toMatchObject([{ id: dig.id, childIds: [] }])
})
