import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const task = (folderId: string, title: string, more = {}) => ({
  type: 'TaskCreation',
  parameters: { folderId, title, ...more },
})
const folder = (folderId: string, title: string) => ({ type: 'FolderCreation', parameters: { folderId, title } })
const batch = (operations: object[], who = world.anna) => who.post('/batch', { operations })
const titlesIn = async (id: string) =>
  (await world.anna.get(`/folders/${id}/tasks`)).body.data.map((each: Data) => each.title).sort()

test('none, more than 100, and types that there are not are refused', async () => {
  for (const operations of [
    [],
    Array.from({ length: 101 }, () => task(world.pond.id, 'T')),
    [{ type: 'Folder Creation', parameters: {} }],
    [{ type: 'TaskCreation' }],
  ]) {
    const { status, body } = await batch(operations)
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
  }
})

test('each operation has its own outcome, in the order sent; those that fail leave nothing', async () => {
  const place = await world.folder({ title: 'Place' })
  const { body } = await batch([
    task(place.id, 'One', { importance: 'High' }),
    folder(place.id, 'Below'),
    task(place.id, 'Two', { importance: 'Highest' }),
    { type: 'TaskCreation', parameters: { title: 'Nowhere' } },
    task(place.id, 'Three', { noSuchParameter: 1 }),
    task(world.bin, 'Four'),
    task(place.id, 'Five'),
  ])
  expect(body.data[0]).toMatchObject({ status: 'InQueue', type: 'Batch', totalCount: 7, processedCount: 0 })
  const job = await ended(world.anna, body.data[0])
  expect(job).toMatchObject({ status: 'Completed', totalCount: 7, processedCount: 7 })
  const { operations } = job.result
  expect(operations.map((one: Data) => one.error ?? one.status)).toEqual([
    'Completed',
    'Completed',
    'invalid_parameter',
    'parameter_required',
    'invalid_parameter',
    'not_allowed',
    'Completed',
  ])
  expect(operations[2].errorDescription).toBe("Parameter 'importance' value is invalid")
  expect(await titlesIn(place.id)).toEqual(['Five', 'One'])
  const made = await world.anna.get(`/tasks/${operations[0].taskId}`)
  expect(made.body.data[0]).toMatchObject({ title: 'One', importance: 'High', parentIds: [place.id] })
  expect((await world.anna.get(`/folders/${operations[1].folderId}`)).body.data[0].title).toBe('Below')
})

test('it runs as the caller: what a reader may not do fails, and what is hidden is hidden', async () => {
  const own = (await world.cleo.post(`/folders/${world.root}/folders`, { title: 'Own' })).body.data[0]
  const { body } = await batch([task(world.pond.id, 'T'), task(own.id, 'Mine')], world.cleo)
  const job = await ended(world.cleo, body.data[0])
  expect(job.result.operations).toMatchObject([{ error: 'access_forbidden' }, { status: 'Completed' }])
  const elsewhere = (await batch([task(world.pond.id, 'T')], world.dan)).body.data[0]
  expect((await ended(world.dan, elsewhere)).result.operations).toMatchObject([{ error: 'access_forbidden' }])
})

test('a hundred are made, each once, with an event each', async () => {
  const place = await world.folder({ title: 'Hundred' })
  const { body } = await batch(Array.from({ length: 100 }, (_, n) => task(place.id, `No ${n}`)))
  await ended(world.anna, body.data[0], 60_000)
  expect(new Set(await titlesIn(place.id)).size).toBe(100)
  const { rows } = await world.store.pool.query(
    `select count(*) as n from event where type = 'TaskCreated' and after ->> 'title' like 'No %'`,
  )
  expect(rows).toEqual([{ n: 100 }])
})

test('an account that has too many operations under way is told to wait', async () => {
  const held = `insert into async_job (account_id, type, person_id, client_id, scopes, input, total_count, processed_count)
    values ($1, 'Batch', $2, 'x', '{}', '{}', 1000, 1) returning async_job_id`
  const { rows } = await world.store.pool.query(held, [world.accountId, world.anna.personId])
  expect((await batch([task(world.pond.id, 'Last')])).status).toBe(200)
  await expect.poll(async () => (await titlesIn(world.pond.id)).includes('Last'), { timeout: 10_000 }).toBe(true)
  const { status, body } = await batch([task(world.pond.id, 'A'), task(world.pond.id, 'B')])
  expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
  await world.store.pool.query('delete from async_job where async_job_id = $1', [rows[0].async_job_id])
})
