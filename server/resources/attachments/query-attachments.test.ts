import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  for (const name of ['one', 'two', 'three']) await world.anna.upload(`/tasks/${world.dig.id}/attachments`, name, name)
  await world.anna.upload(`/folders/${world.pond.id}/attachments`, 'of the folder', 'x')
  const days: [string, string][] = [
    ['one', '2026-01-01T10:00:00Z'],
    ['two', '2026-01-31T09:59:59Z'],
    ['three', '2026-02-01T10:00:00Z'],
    ['of the folder', '2026-01-15T00:00:00Z'],
  ]
  for (const [name, day] of days)
    await world.store.pool.query('update attachment set created_at = $2 where name = $1', [name, day])
})
afterAll(() => world.close())

const names = async (path: string, createdDate?: object) => {
  const { status, body } = await world.cleo.get(path, createdDate ? { createdDate } : {})
  return status === 200 ? body.data.map(({ name }) => name) : body.error
}

describe('the attachments of the account', () => {
  test('need a span', async () => {
    const { status, body } = await world.anna.get('/attachments')
    expect({ status, body }).toEqual({
      status: 400,
      body: { error: 'parameter_required', errorDescription: "Parameter 'createdDate' is required" },
    })
  })
  test('of less than 31 days, in order', async () => {
    expect(await names('/attachments', { start: '2026-01-01T10:00:00Z', end: '2026-02-01T10:00:00Z' })).toBe(
      'invalid_parameter',
    )
    expect(await names('/attachments', { start: '2026-01-02T00:00:00Z', end: '2026-01-01T00:00:00Z' })).toBe(
      'invalid_parameter',
    )
    expect(await names('/attachments', {})).toBe('invalid_parameter')
  })
  test('come newest first; the start is inside, the end is not', async () => {
    const span = { start: '2026-01-01T10:00:00Z', end: '2026-01-31T09:59:59Z' }
    expect(await names('/attachments', span)).toEqual(['of the folder', 'one'])
  })
  test('with one end only reach 31 days from there', async () => {
    expect(await names('/attachments', { end: '2026-02-01T10:00:00Z' })).toEqual(['two', 'of the folder', 'one'])
    expect(await names('/attachments', { start: '2026-01-31T09:59:59Z' })).toEqual(['three', 'two'])
  })
})

describe('the attachments of one place', () => {
  test('come all, newest first, without those below it', async () => {
    expect(await names(`/tasks/${world.dig.id}/attachments`)).toEqual(['three', 'two', 'one'])
    expect(await names(`/folders/${world.pond.id}/attachments`)).toEqual(['of the folder'])
  })
  test('can be narrowed by any span', async () => {
    const span = { start: '2025-01-01T00:00:00Z', end: '2026-02-01T00:00:00Z' }
    expect(await names(`/tasks/${world.dig.id}/attachments`, span)).toEqual(['two', 'one'])
  })
  test('have no list at the root', async () => {
    expect(await names(`/folders/${world.root}/attachments`)).toBe('not_allowed')
  })
})

describe('tasks and folders', () => {
  test('say whether they have attachments, and how many', async () => {
    const bare = await world.task()
    const fields = ['hasAttachments', 'attachmentCount']
    const { body } = await world.cleo.get(`/folders/${world.pond.id}/tasks`, { fields })
    const told = (id: string) => body.data.find((task) => task.id === id)
    expect(told(world.dig.id)).toMatchObject({ hasAttachments: true, attachmentCount: 3 })
    expect(told(bare.id)).toMatchObject({ hasAttachments: false, attachmentCount: 0 })
    const folder = await world.cleo.get(`/folders/${world.pond.id}`, { fields: ['attachmentCount'] })
    expect(folder.body.data[0]).toMatchObject({ hasAttachments: true, attachmentCount: 1 })
  })
  test('numbers of attachments become ids', async () => {
    const { rows } = await world.store.pool.query(`select attachment_id from attachment where name = 'one'`)
    const number = Number(rows[0].attachment_id)
    const { body } = await world.cleo.get('/ids', { type: 'ApiV2Attachment', ids: [number] })
    expect(body.data).toEqual([{ id: expect.stringContaining('IY'), apiV2Id: String(number) }])
    expect((await world.dan.get('/ids', { type: 'ApiV2Attachment', ids: [number] })).body.data).toEqual([])
  })
})
