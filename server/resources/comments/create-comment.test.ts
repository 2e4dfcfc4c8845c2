import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const say = (who: Person, text: string, more: Record<string, unknown> = {}) =>
  who.post(`/tasks/${world.dig.id}/comments`, { text, ...more })

describe('who may comment', () => {
  test('readers can’t, outsiders don’t see the place', async () => {
    expect((await say(world.cleo, 'Hello')).body.error).toBe('access_forbidden')
    expect((await say(world.dan, 'Hello')).body.error).toBe('access_forbidden')
    expect((await world.anna.get(`/tasks/${world.dig.id}/comments`)).body.data).toEqual([])
  })

  test('a collaborator comments on what is shared with it', async () => {
    const carl = await world.person('Carl', { role: 'collaborator' })
    const task = await world.task({ shareds: [carl.id] })
    const { status, body } = await carl.post(`/tasks/${task.id}/comments`, { text: 'Done?' })
    expect({ status, author: body.data[0].authorId }).toEqual({ status: 200, author: carl.id })
  })

  test('logical folders and what lies in the recycle bin take no comments', async () => {
    for (const place of [world.root, world.bin]) {
      const { status, body } = await world.anna.post(`/folders/${place}/comments`, { text: 'Hello' })
      expect({ status, body }).toEqual({
        status: 403,
        body: { error: 'not_allowed', errorDescription: 'Operation is not allowed for logical folder' },
      })
    }
    const task = await world.task()
    await world.anna.delete(`/tasks/${task.id}`)
    expect((await world.anna.post(`/tasks/${task.id}/comments`, { text: 'Late' })).body.error).toBe('not_allowed')
  })

  test('a comment says something, also once hostile HTML is gone', async () => {
    for (const text of ['', '   ', '<script>alert(1)</script>', '<p> </p>'])
      expect((await say(world.ben, text)).body.error).toBe('invalid_parameter')
  })
})

describe('a new comment', () => {
  test('is answered as written, and read back by all who see the task', async () => {
    const { body } = await say(world.ben, 'Dig <b>deeper</b>')
    expect(body.kind).toBe('comments')
    expect(body.data[0]).toMatchObject({ authorId: world.ben.id, taskId: world.dig.id, text: 'Dig <b>deeper</b>' })
    expect(body.data[0]).not.toHaveProperty('folderId')
    expect(body.data[0]).not.toHaveProperty('type')
    expect(body.data[0].updatedDate).toBe(body.data[0].createdDate)
    expect((await world.cleo.get(`/comments/${body.data[0].id}`)).body.data[0].text).toBe('Dig <b>deeper</b>')
  })

  test('is HTML unless plainText is set; hostile HTML is gone, newlines stay', async () => {
    const html = await say(world.ben, 'one\ntwo<script>alert(1)</script><a href="javascript:x">three</a>')
    expect(html.body.data[0].text).toBe('one<br />two<a>three</a>')
    const plain = await say(world.ben, '1 < 2 &\nthree', { plainText: true })
    expect(plain.body.data[0].text).toBe('1 < 2 &\nthree')
    expect((await world.ben.get(`/comments/${plain.body.data[0].id}`)).body.data[0].text).toBe(
      '1 &lt; 2 &amp;<br />three',
    )
  })

  test('on a folder names the folder', async () => {
    const { body } = await world.ben.post(`/folders/${world.pond.id}/comments`, { text: 'Nice' })
    expect(body.data[0]).toMatchObject({ folderId: world.pond.id })
    expect(body.data[0]).not.toHaveProperty('taskId')
  })

  test('makes its author follow the task', async () => {
    const task = await world.task()
    await world.ben.post(`/tasks/${task.id}/comments`, { text: 'Following' })
    expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0].followerIds).toContain(world.ben.id)
  })

  test('is an event, of its own name on a folder', async () => {
    const [added] = await recordedBy(world, () => say(world.ben, 'Event'))
    expect(added).toMatchObject({ type: 'CommentAdded', actor_id: world.ben.personId, after: { text: 'Event' } })
    const [onFolder] = await recordedBy(world, () =>
      world.ben.post(`/folders/${world.pond.id}/comments`, { text: 'Event' }),
    )
    expect(onFolder?.type).toBe('FolderCommentAdded')
    expect(await recordedBy(world, () => say(world.cleo, 'Refused'))).toEqual([])
  })
})
