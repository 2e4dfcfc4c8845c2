import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Data } from '#testing/client.ts'
import { urlOfDatabase } from '#testing/global-setup.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'
import { startWorld, type World } from '#testing/world.ts'

/** Tasks of the folder: enough for many steps. */
const size = 8000

let world: World
let big: Data
let environment: Record<string, string>
let working: ServerProcess | undefined

beforeAll(async () => {
  // The test's own server takes requests; jobs run in the process that is killed.
  world = await startWorld({ JOBS: 'false', COPY_ENTRY_LIMIT: '100000' })
  big = await world.folder({ title: 'Big' })
  await world.task({ in: big, title: 'First' })
  await world.store.pool.query(
    `with made as (
      insert into task (account_id, title, author_id, custom_status_id, status_group, priority)
      select account_id, 'Task ' || n, author_id, custom_status_id, status_group, 'h' || lpad(n::text, 8, '0')
      from task, generate_series(1, $1::int) n where title = 'First' returning account_id, task_id)
    insert into task_placement (account_id, task_id, folder_id, direct)
    select m.account_id, m.task_id, p.folder_id, true from made m, task_placement p join task t using (account_id, task_id) where t.title = 'First'`,
    [size - 1],
  )
  // As PostgreSQL does by itself after a while.
  await world.store.pool.query('analyze')
  const { rows } = await world.store.pool.query('select current_database() as name')
  environment = { DATABASE_URL: urlOfDatabase(inject('postgres'), rows[0].name), PORT: '0', DEMO: 'false' }
})
afterAll(async () => {
  await working?.end('SIGKILL')
  await world.close()
})

const copies = async (): Promise<Data[]> => {
  const { body } = await world.anna.get(`/folders/${world.garden.id}/folders`)
  return body.data.filter((folder: Data) => folder.title === 'Copy of Big')
}

test('a copy whose server is killed in its midst is made once, whole, by the next', async () => {
  working = await startServerProcess(environment)
  const { body } = await world.anna.post(`/copy_folder_async/${big.id}`, {
    parent: world.garden.id,
    title: 'Copy of Big',
  })
  const job = body.data[0]
  const processed = async () => (await world.anna.get(`/async_job/${job.id}`)).body.data[0].processedCount ?? 0
  await expect.poll(processed, { timeout: 60_000, interval: 20 }).toBeGreaterThan(size / 8)
  await working.end('SIGKILL')
  const reached = await processed()
  expect(reached).toBeLessThan(size)
  // Nobody sees a part of it.
  expect(await copies()).toEqual([])

  working = await startServerProcess(environment)
  await expect.poll(processed, { timeout: 40_000, interval: 20 }).toBeGreaterThan(reached)
  // One that is told to stop ends its step, and the next goes on at once.
  expect(await working.end('SIGTERM')).toBe(0)
  working = await startServerProcess(environment)
  const done = await ended(world.anna, job, 40_000)

  expect(done).toMatchObject({ status: 'Completed', totalCount: size + 1, processedCount: size + 1 })
  expect((await copies()).map((copy) => copy.id)).toEqual([done.result.folderId])
  const { rows } = await world.store.pool.query(
    `select (select count(*) from task where title = 'First' or title like 'Task %') as tasks,
      (select count(*) from folder where title like '%Big') as folders,
      (select count(*) from event where type = 'TaskCreated' and after ->> 'title' like 'Task %') as events,
      (select count(*) from copied_task) as left`,
  )
  expect(rows).toEqual([{ tasks: 2 * size, folders: 2, events: size - 1, left: 0 }])
}, 150_000)
