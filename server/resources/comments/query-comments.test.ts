import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let onTask: Data[]
let onFolder: Data
beforeAll(async () => {
  world = await startWorld()
  onTask = [await comment('<p>one</p>'), await comment('two'), await comment('three')]
  onFolder = (await world.anna.post(`/folders/${world.pond.id}/comments`, { text: 'four' })).body.data[0]
})
afterAll(() => world.close())

const comment = async (text: string, task: Data = world.dig): Promise<Data> =>
  (await world.anna.post(`/tasks/${task.id}/comments`, { text })).body.data[0]
const idsOf = (answer: { body: { data: Data[] } }) => answer.body.data.map((one) => one.id)
const age = (one: Data, days: number) =>
  world.store.pool.query(
    `update comment set created_at = now() - make_interval(days => $1), updated_at = now() where text = $2`,
    [days, one.text],
  )
const instant = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`

describe('refusals', () => {
  test('the account-wide list needs a plan that has it; the lists of places do not', async () => {
    await world.plan('Free')
    expect((await world.anna.get('/comments')).body.error).toBe('not_allowed')
    expect((await world.anna.get(`/tasks/${world.dig.id}/comments`)).status).toBe(200)
    await world.plan('Pinnacle')
  })

  test('a span of more than seven days, one that ends before it starts, and an empty one', async () => {
    for (const createdDate of [
      { start: instant(-8), end: instant(0) },
      { start: instant(0), end: instant(-1) },
      {},
      { start: '2026-03-06' },
      { start: '2026-03-06T14:47:49.123Z' },
      { start: '2026-03-06T14:47:49' },
    ])
      expect((await world.anna.get('/comments', { createdDate })).body).toEqual({
        error: 'invalid_parameter',
        errorDescription: "Parameter 'createdDate' value is invalid",
      })
  })

  test('logical folders have no comments', async () => {
    expect((await world.anna.get(`/folders/${world.root}/comments`)).body.error).toBe('not_allowed')
  })
})

describe('lists', () => {
  test('of the account are newest first and hold what the caller sees', async () => {
    expect(idsOf(await world.cleo.get('/comments'))).toEqual([onFolder, ...[...onTask].reverse()].map((one) => one.id))
    expect(idsOf(await world.dan.get('/comments'))).toEqual([])
  })

  test('of a task or folder hold its own alone', async () => {
    expect(idsOf(await world.ben.get(`/tasks/${world.dig.id}/comments`))).toEqual(
      [...onTask].reverse().map((one) => one.id),
    )
    expect(idsOf(await world.ben.get(`/folders/${world.pond.id}/comments`))).toEqual([onFolder.id])
  })

  test('are cut by limit', async () => {
    expect(idsOf(await world.anna.get('/comments', { limit: 1 }))).toEqual([onFolder.id])
    for (const limit of [0, 1001]) expect((await world.anna.get('/comments', { limit })).status).toBe(400)
  })

  test('have plain text and the type when asked', async () => {
    const { body } = await world.anna.get(`/tasks/${world.dig.id}/comments`, { plainText: true, fields: ['type'] })
    expect(body.data[2]).toMatchObject({ text: 'one', type: 'Regular' })
  })

  test('hold e-mail comments only when asked for, and there are none', async () => {
    for (const path of ['/comments', `/tasks/${world.dig.id}/comments`, `/comments/${onFolder.id}`]) {
      expect((await world.anna.get(path, { types: ['Email'] })).body.data).toEqual([])
      expect((await world.anna.get(path, { types: '[Regular,Email]' })).body.data).not.toEqual([])
    }
  })

  test('leave out what is on tasks and folders in the recycle bin', async () => {
    const task = await world.task()
    const gone = await comment('gone', task)
    await world.anna.delete(`/tasks/${task.id}`)
    expect(idsOf(await world.anna.get('/comments'))).not.toContain(gone.id)
    expect(idsOf(await world.anna.get(`/tasks/${task.id}/comments`))).toEqual([gone.id])
    const folder = await world.folder()
    const { body } = await world.anna.post(`/folders/${folder.id}/comments`, { text: 'gone too' })
    await world.anna.delete(`/folders/${folder.id}`)
    expect(idsOf(await world.anna.get('/comments'))).not.toContain(body.data[0].id)
  })

  test('are filtered by creation, start inside and end outside; updatedDate means the same', async () => {
    const old = await comment('old')
    await age(old, 5)
    const span = { start: instant(-6), end: instant(-4) }
    expect(idsOf(await world.anna.get('/comments', { createdDate: span }))).toEqual([old.id])
    expect(idsOf(await world.anna.get('/comments', { updatedDate: span }))).toEqual([old.id])
    expect(idsOf(await world.anna.get('/comments', { createdDate: { start: instant(-1) } }))).not.toContain(old.id)
    const { createdDate: start } = (await world.anna.get(`/comments/${old.id}`)).body.data[0]
    expect(idsOf(await world.anna.get('/comments', { createdDate: { start, end: instant(-4) } }))).toContain(old.id)
    expect(idsOf(await world.anna.get('/comments', { createdDate: { start: instant(-6), end: start } }))).toEqual([])
  })
})

describe('by id', () => {
  test('come in the order asked for, a repeated one once', async () => {
    const [one, two, three] = onTask as [Data, Data, Data]
    expect(idsOf(await world.cleo.get(`/comments/${two.id},${one.id},${two.id},${three.id}`))).toEqual([
      two.id,
      one.id,
      three.id,
    ])
  })
})
