import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ended } from '#testing/background.ts'
import { urlOfDatabase } from '#testing/global-setup.ts'
import { type ServerProcess, startServerProcess } from '#testing/server-process.ts'
import { startWorld, type World } from '#testing/world.ts'

const size = 150

let world: World
let environment: Record<string, string>
let working: ServerProcess | undefined

beforeAll(async () => {
  // The test's own server takes requests; jobs run in the process that is killed.
  world = await startWorld({ JOBS: 'false' })
  const { rows } = await world.store.pool.query('select current_database() as name')
  environment = { DATABASE_URL: urlOfDatabase(inject('postgres'), rows[0].name), PORT: '0', DEMO: 'false' }
})
afterAll(async () => {
  await working?.end('SIGKILL')
  await world.close()
})

test('an import whose server is killed in its midst makes each row once', async () => {
  working = await startServerProcess(environment)
  const file = `title\n${Array.from({ length: size }, (_, n) => `Row ${n}`).join('\n')}`
  const { body } = await world.anna.upload(`/folders/${world.pond.id}/imports`, 'tasks.csv', file)
  const { id, asyncJobId } = body.data[0]
  const created = async (): Promise<number> => (await world.anna.get(`/imports/${id}`)).body.data[0].created
  await expect.poll(created, { timeout: 60_000, interval: 20 }).toBeGreaterThan(20)
  await working.end('SIGKILL')
  expect(await created()).toBeLessThan(size)

  working = await startServerProcess(environment)
  expect(await ended(world.anna, { id: asyncJobId }, 100_000)).toMatchObject({
    status: 'Completed',
    processedCount: size,
  })
  expect(await created()).toBe(size)
  const { rows } = await world.store.pool.query(
    `select count(*) as tasks, count(distinct title) as titles,
      (select count(*) from event where type = 'TaskCreated' and after ->> 'title' like 'Row %') as events
    from task where title like 'Row %'`,
  )
  expect(rows).toEqual([{ tasks: size, titles: size, events: size }])
}, 200_000)
