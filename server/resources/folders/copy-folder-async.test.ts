import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const begin = async (of: Data, parameters: Parameters = {}, who = world.anna) =>
  who.post(`/copy_folder_async/${of.id}`, { parent: world.garden.id, title: 'Copy', ...parameters })

test('what can be judged at once is refused at once', async () => {
  expect((await begin(world.pond, {}, world.cleo)).status).toBe(403)
  expect((await begin(world.pond, {}, world.dan)).status).toBe(403)
  const { status, body } = await begin(world.pond, { entryLimit: 251 })
  expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
})

test('the job waits, runs, and names the copy in the end', async () => {
  const { status, body } = await begin(world.pond)
  expect({ status, kind: body.kind }).toEqual({ status: 200, kind: 'asyncJob' })
  expect(body.data[0]).toMatchObject({ status: 'InQueue', progressPercent: 0, type: 'CopyFolder' })
  expect(body.data[0].id).toMatch(new RegExp(`^${world.account}NI[A-Z2-7]{13}$|^${world.account}N[IJ][A-Z2-7]{13}$`))
  const job = await ended(world.anna, body.data[0])
  expect(job).toMatchObject({ status: 'Completed', progressPercent: 100, totalCount: 2, processedCount: 2 })
  const copy = (await world.anna.get(`/folders/${job.result.folderId}`)).body.data[0]
  expect(copy).toMatchObject({ title: 'Copy', parentIds: [world.garden.id] })
  const tasks = (await world.anna.get(`/folders/${copy.id}/tasks`)).body.data
  expect(tasks.map((task: Data) => task.title)).toEqual(['Dig'])
})

test('only who started it sees it, not even an admin', async () => {
  const { body } = await begin(world.pond, {}, world.ben)
  await ended(world.ben, body.data[0])
  const { status, body: answer } = await world.anna.get(`/async_job/${body.data[0].id}`)
  expect({ status, error: answer.error }).toEqual({ status: 403, error: 'access_forbidden' })
  expect((await world.eve.get(`/async_job/${body.data[0].id}`)).status).toBe(404)
})

test('a folder of more than the limit makes the job fail, and leaves nothing', async () => {
  const folder = await world.folder({ title: 'Two' })
  await world.task({ in: folder })
  const { status, body } = await begin(folder, { entryLimit: 1, parent: folder.id })
  expect(status).toBe(200)
  const job = await ended(world.anna, body.data[0])
  expect(job.status).toBe('Failed')
  expect(job.errorMessage).toContain('more than 1 folders and tasks')
  expect(job.result).toBeUndefined()
  expect((await world.anna.get(`/folders/${folder.id}`)).body.data[0].childIds).toEqual([])
})

test('what became forbidden meanwhile makes the job fail, and what was made of the copy is taken away', async () => {
  const place = await world.folder({ title: 'Place' })
  const { rows: before } = await world.store.pool.query(
    'select (select count(*) from folder) + (select count(*) from task) as n',
  )
  // The parent goes to the recycle bin before the last step.
  await world.store.pool.query(`create function gone() returns trigger language plpgsql as $$ begin
    update folder set deleted_at = now() where title = 'Place'; return new; end $$`)
  await world.store.pool.query(
    'create trigger gone after insert on copied_task for each statement execute function gone()',
  )
  const { body } = await begin(world.pond, { parent: place.id })
  const job = await ended(world.anna, body.data[0])
  await world.store.pool.query('drop trigger gone on copied_task')
  expect(job).toMatchObject({ status: 'Failed' })
  expect(job.errorMessage).toContain('recycle bin')
  const { rows: after } = await world.store.pool.query(
    'select (select count(*) from folder) + (select count(*) from task) as n',
  )
  expect(after).toEqual(before)
  expect(
    (await world.store.pool.query('select 1 from copied_task union all select 1 from copied_folder')).rows,
  ).toEqual([])
})
