import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

test('what is marked comes in the person’s order, and nobody else has it', async () => {
  const mark = async (path: string) => (await world.cleo.post(`${path}/favorites`)).body.data[0]
  const space = await mark(`/folders/${world.garden.id}`)
  const project = await mark(`/folders/${world.pond.id}`)
  const task = await mark(`/tasks/${world.dig.id}`)
  expect([space.kind, project.kind, task.kind]).toEqual(['Space', 'Project', 'Task'])
  expect(await mark(`/tasks/${world.dig.id}`)).toEqual(task)
  await world.cleo.put(`/favorites/${task.id}`, { positionBefore: space.id })
  await world.cleo.put(`/favorites/${space.id}`, { positionAfter: project.id })
  const { data } = (await world.cleo.get('/favorites')).body
  expect(data.map(({ title, taskId, folderId }) => [title, taskId ?? folderId])).toEqual([
    ['Dig', world.dig.id],
    ['Pond', world.pond.id],
    ['Garden', world.garden.id],
  ])
  expect((await world.ben.get('/favorites')).body.data).toEqual([])
  expect((await world.ben.delete(`/favorites/${task.id}`)).status).toBe(403)
  const both = { positionBefore: space.id, positionAfter: project.id }
  expect((await world.cleo.put(`/favorites/${task.id}`, both)).status).toBe(400)
  await world.cleo.delete(`/favorites/${task.id}`)
  expect((await world.cleo.get('/favorites')).body.data).toHaveLength(2)
})

test('what is not shared cannot be marked, and what is gone is left out', async () => {
  expect((await world.dan.post(`/tasks/${world.dig.id}/favorites`)).status).toBe(403)
  const task = await world.task({ title: 'Weed' })
  await world.ben.post(`/tasks/${task.id}/favorites`)
  await world.ben.post(`/tasks/${task.id}/visits`)
  expect((await world.ben.get('/favorites')).body.data.map(({ title }) => title)).toEqual(['Weed'])
  await world.anna.delete(`/tasks/${task.id}`)
  expect((await world.ben.get('/favorites')).body.data).toEqual([])
  expect((await world.ben.get('/visits')).body.data).toEqual([])
})

test('what was opened comes last first, once each, sixty at most, and writes no event', async () => {
  const { pool } = world.store
  const events = async () => Number((await pool.query('select count(*) from event')).rows[0].count)
  const before = await events()
  await world.cleo.post(`/tasks/${world.dig.id}/visits`)
  await world.cleo.post(`/folders/${world.pond.id}/visits`)
  await world.cleo.post(`/tasks/${world.dig.id}/visits`)
  const { data } = (await world.cleo.get('/visits')).body
  expect(data.map(({ title, kind }) => [title, kind])).toEqual([
    ['Dig', 'Task'],
    ['Pond', 'Project'],
  ])
  expect((await world.anna.get('/visits')).body.data).toEqual([])
  expect((await world.dan.post(`/folders/${world.pond.id}/visits`)).status).toBe(403)
  expect(await events()).toBe(before)
  await pool.query(
    `insert into visit (account_id, person_id, item_id, is_task, visited_at)
     select $1, $2, 900000 + n, true, now() - n * interval '1 minute' from generate_series(1, 100) n`,
    [world.accountId, world.cleo.personId],
  )
  await world.cleo.post(`/tasks/${world.dig.id}/visits`)
  const kept = await pool.query('select count(*) from visit where person_id = $1', [world.cleo.personId])
  expect(Number(kept.rows[0].count)).toBe(60)
})
