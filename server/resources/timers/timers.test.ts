import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let other: Data
beforeAll(async () => {
  world = await startWorld()
  other = await world.task({ title: 'Other' })
})
afterAll(() => world.close())
beforeEach(() => world.store.pool.query('delete from timer'))

const start = (task: Data = world.dig, more = {}, who = world.ben) => who.post(`/tasks/${task.id}/timer`, more)
const timer = async (who = world.ben): Promise<Data | undefined> => (await who.get('/timer')).body.data[0]
const logs = async (task: Data = world.dig): Promise<Data[]> =>
  (await world.ben.get(`/tasks/${task.id}/timelogs`, { plainText: true })).body.data
/** Lets the timer have run for so long. */
const after = (seconds: number) =>
  world.store.pool.query(`update timer set running_since = running_since - make_interval(secs => $1)`, [seconds])
const today = '2026-03-04'

test('who may not record time on a task starts no timer there', async () => {
  expect((await start(world.dig, {}, world.cleo)).status).toBe(403)
  expect((await start(world.dig, {}, world.dan)).status).toBe(403)
  expect(await timer(world.cleo)).toBeUndefined()
})

test('without a timer there is nothing to pause, stop or throw away', async () => {
  const answers = [
    await world.ben.put('/timer', { running: false }),
    await world.ben.delete('/timer'),
    await world.ben.post('/timer/timelogs', { trackedDate: today }),
  ]
  expect(answers.map(({ body }) => body.error)).toEqual(Array(3).fill('resource_not_found'))
  expect(await timer()).toBeUndefined()
})

test('a timer runs, for its person alone', async () => {
  expect((await start(world.dig, { comment: 'The north end' })).body.data).toMatchObject([
    { taskId: world.dig.id, running: true, seconds: 0, comment: 'The north end' },
  ])
  await after(90)
  expect((await timer())?.seconds).toBeGreaterThanOrEqual(90)
  expect(await timer(world.anna)).toBeUndefined()
})

test('a paused timer stands still, and goes on from there', async () => {
  await start()
  await after(100)
  const { body } = await world.ben.put('/timer', { running: false })
  expect(body.data[0]).toMatchObject({ running: false })
  expect(body.data[0].seconds).toBeGreaterThanOrEqual(100)
  const paused = (await timer())?.seconds
  expect((await timer())?.seconds).toBe(paused)
  await start()
  await after(50)
  expect(await timer()).toMatchObject({ running: true })
  expect((await timer())?.seconds).toBeGreaterThanOrEqual(paused + 50)
})

test('stopping it records whole minutes, with what was said of it', async () => {
  const before = await logs()
  await start(world.dig, { comment: 'Roots & <stones>' })
  await after(3600 + 29 * 60 + 45)
  const { status, body } = await world.ben.post('/timer/timelogs', { trackedDate: today })
  expect([status, body.kind]).toEqual([200, 'timelogs'])
  expect(body.data).toMatchObject([{ taskId: world.dig.id, userId: world.ben.id, hours: 1.5, trackedDate: today }])
  expect(await logs()).toHaveLength(before.length + 1)
  expect((await logs()).at(-1)?.comment).toBe('Roots & <stones>')
  expect(await timer()).toBeUndefined()
})

test('another amount can be recorded, and must be after a day', async () => {
  await start()
  await after(25 * 3600)
  expect((await world.ben.post('/timer/timelogs', { trackedDate: today })).status).toBe(400)
  expect(await timer()).toBeDefined()
  const { body } = await world.ben.post('/timer/timelogs', { trackedDate: today, hours: 7.5, comment: 'Forgot it' })
  expect(body.data).toMatchObject([{ hours: 7.5, comment: 'Forgot it' }])
})

test('on a locked day nothing is recorded and the timer goes on', async () => {
  await start()
  const period = { start: '2026-01-01', end: '2026-01-31' }
  await world.anna.post(`/spaces/${world.garden.id}/timelog_lock_periods`, { period })
  const { status, body } = await world.ben.post('/timer/timelogs', { trackedDate: '2026-01-05' })
  expect([status, body.error]).toEqual([403, 'not_allowed'])
  expect(await timer()).toMatchObject({ running: true })
})

test('a timer on another task records the time of the one before; less than a minute is dropped', async () => {
  await start()
  await start(other)
  const before = await logs(other)
  await after(600)
  await start(world.dig, { trackedDate: today })
  expect(await timer()).toMatchObject({ taskId: world.dig.id })
  expect(await logs(other)).toHaveLength(before.length + 1)
  expect((await logs(other)).at(-1)).toMatchObject({ trackedDate: today })
})

test('a timer that is thrown away leaves nothing', async () => {
  const before = await logs()
  await start()
  await after(600)
  expect((await world.ben.delete('/timer')).body.data).toMatchObject([{ taskId: world.dig.id }])
  expect([await timer(), await logs()]).toEqual([undefined, before])
})

test('two starts and two stops in one moment make one timer and one record', async () => {
  await Promise.all([start(), start(), start()])
  await after(120)
  const before = (await logs()).length
  const stops = await Promise.all([1, 2, 3].map(() => world.ben.post('/timer/timelogs', { trackedDate: today })))
  expect(stops.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  expect(await logs()).toHaveLength(before + 1)
})
