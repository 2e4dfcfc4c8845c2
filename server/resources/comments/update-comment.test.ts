import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const comment = async (text = 'Before', who = world.ben) =>
  (await who.post(`/tasks/${world.dig.id}/comments`, { text })).body.data[0]

describe('changing a comment', () => {
  test('is for its author alone', async () => {
    const { id } = await comment()
    for (const who of [world.anna, world.cleo, world.dan])
      expect((await who.put(`/comments/${id}`, { text: 'Mine' })).body.error).toBe('access_forbidden')
    expect((await world.ben.get(`/comments/${id}`)).body.data[0].text).toBe('Before')
  })

  test('ends after five minutes', async () => {
    const { id } = await comment('Five minutes ago')
    await world.store.pool.query(
      `update comment set created_at = now() - interval '301 seconds' where text = 'Five minutes ago'`,
    )
    const { status, body } = await world.ben.put(`/comments/${id}`, { text: 'Late' })
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'not_allowed' })
  })

  test('ends when its author may no longer comment there', async () => {
    const folder = await world.folder({ shareds: [world.dan.id] })
    const { body } = await world.dan.post(`/folders/${folder.id}/comments`, { text: 'Hello' })
    await world.anna.put(`/folders/${folder.id}`, { removeShareds: [world.dan.id] })
    expect((await world.dan.put(`/comments/${body.data[0].id}`, { text: 'Bye' })).body.error).toBe('access_forbidden')
  })

  test('changes the text and its date, and is an event with both texts', async () => {
    const { id, createdDate } = await comment()
    await world.store.pool.query(`update comment set updated_at = now() - interval '1 minute'`)
    const events = await recordedBy(world, async () => {
      const { body } = await world.ben.put(`/comments/${id}`, { text: 'After', plainText: true })
      expect(body.data).toHaveLength(1)
      expect(body.data[0]).toMatchObject({ id, createdDate, text: 'After', taskId: world.dig.id })
    })
    expect(events).toMatchObject([{ type: 'CommentUpdated', before: { text: 'Before' }, after: { text: 'After' } }])
  })
})

describe('deleting a comment', () => {
  test('is for its author and for admins who see it', async () => {
    const { id } = await comment()
    expect((await world.cleo.delete(`/comments/${id}`)).body.error).toBe('access_forbidden')
    expect((await world.dan.delete(`/comments/${id}`)).body.error).toBe('access_forbidden')
    const { status, body } = await world.anna.delete(`/comments/${id}`)
    expect({ status, body }).toEqual({ status: 200, body: { kind: 'comments', data: [] } })
  })

  test('is for good: a read after it is 404, and an event tells what it was', async () => {
    const { id } = await comment('Gone')
    const events = await recordedBy(world, () => world.ben.delete(`/comments/${id}`))
    expect(events).toMatchObject([{ type: 'CommentDeleted', before: { text: 'Gone' }, after: null }])
    expect((await world.ben.get(`/comments/${id}`)).body.error).toBe('resource_not_found')
    expect((await world.ben.delete(`/comments/${id}`)).status).toBe(404)
  })

  test('on a folder is an event of its own name', async () => {
    const { body } = await world.ben.post(`/folders/${world.pond.id}/comments`, { text: 'Here' })
    const events = await recordedBy(world, () => world.ben.delete(`/comments/${body.data[0].id}`))
    expect(events.map((event) => event.type)).toEqual(['FolderCommentDeleted'])
  })
})
