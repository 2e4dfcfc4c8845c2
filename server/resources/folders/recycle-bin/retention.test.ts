import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'
import { emptyRecycleBins } from './retention-queries.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const age = (days: number) =>
  world.store.pool.query(
    `with aged as (update folder set deleted_at = deleted_at - $1 * interval '1 day' where deleted_at is not null)
     update task set deleted_at = deleted_at - $1 * interval '1 day' where deleted_at is not null`,
    [days],
  )
const status = async (path: string) => (await world.anna.get(path)).status

test('after thirty days what is in the bin is gone with all that belongs to it, and before that nothing is', async () => {
  const folder = await world.folder({ title: 'Gone' })
  const below = await world.folder({ in: folder })
  const task = await world.task({ in: below, responsibles: [world.ben.id] })
  const kept = await world.task({ in: below, parents: [world.pond.id], title: 'Kept' })
  const sub = await world.task({ in: { id: world.root }, superTasks: [task.id] })
  const comment = (await world.anna.post(`/tasks/${task.id}/comments`, { text: 'Words' })).body.data[0]
  await world.anna.post(`/tasks/${task.id}/timelogs`, { comment: 'Log', hours: 1, trackedDate: '2026-03-02' })
  await world.anna.put(`/tasks/${task.id}`, { dates: { start: '2026-03-02', due: '2026-03-03' } })
  await world.anna.put(`/tasks/${kept.id}`, { dates: { start: '2026-03-04', due: '2026-03-05' } })
  await world.anna.post(`/tasks/${task.id}/dependencies`, { successorId: kept.id, relationType: 'FinishToStart' })
  await world.anna.delete(`/folders/${folder.id}`)
  await age(29)
  await emptyRecycleBins(world.store.database, 30)
  expect(await status(`/tasks/${task.id}`)).toBe(200)
  await age(2)
  await emptyRecycleBins(world.store.database, 30)
  for (const path of [`/folders/${folder.id}`, `/folders/${below.id}`, `/tasks/${task.id}`, `/tasks/${sub.id}`])
    expect(await status(path)).toBe(404)
  expect(await status(`/comments/${comment.id}`)).toBe(404)
  const { body } = await world.anna.get(`/tasks/${kept.id}`)
  expect(body.data[0]).toMatchObject({ parentIds: [world.pond.id], dependencyIds: [] })
})

test('a space goes with its blueprints', async () => {
  const space = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Short' })).body.data[0]
  const made = await world.anna.post(`/folders/${world.pond.id}/folder_blueprints`, { spaceId: space.id })
  expect(made.status).toBe(200)
  await world.anna.delete(`/spaces/${space.id}`)
  expect((await world.anna.get('/folder_blueprints')).body.data).toEqual([])
  await age(31)
  await emptyRecycleBins(world.store.database, 30)
  expect(await status(`/spaces/${space.id}`)).toBe(404)
  const { rows } = await world.store.pool.query('select 1 from folder_blueprint union all select 1 from task_blueprint')
  expect(rows).toEqual([])
})
