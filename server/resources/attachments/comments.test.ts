import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function bensComment(path = `/tasks/${world.dig.id}`): Promise<Data> {
  return (await world.ben.post(`${path}/comments`, { text: 'See the plan' })).body.data[0]
}
const attach = (who: World['ben'], comment: Data) =>
  who.upload(`/comments/${comment.id}/attachments`, 'plan.txt', 'plan')

describe('a file in a comment', () => {
  test('can be added by its author only', async () => {
    const comment = await bensComment()
    for (const person of [world.anna, world.cleo, world.dan])
      expect((await attach(person, comment)).body.error).toBe('access_forbidden')
  })
  test('shows at the task with the comment, and at the comment', async () => {
    const comment = await bensComment()
    const { body } = await attach(world.ben, comment)
    expect(body.data[0]).toMatchObject({ taskId: world.dig.id, commentId: comment.id, name: 'plan.txt' })
    const listed = await world.cleo.get(`/tasks/${world.dig.id}/attachments`)
    expect(listed.body.data).toContainEqual(body.data[0])
    const read = await world.cleo.get(`/comments/${comment.id}`)
    expect(read.body.data[0].attachmentIds).toEqual([body.data[0].id])
    const updated = await world.ben.put(`/comments/${comment.id}`, { text: 'See it' })
    expect(updated.body.data[0].attachmentIds).toEqual([body.data[0].id])
  })
  test('of a folder names the folder', async () => {
    const comment = await bensComment(`/folders/${world.pond.id}`)
    expect((await attach(world.ben, comment)).body.data[0]).toMatchObject({
      folderId: world.pond.id,
      commentId: comment.id,
    })
  })
  test('stays there as a new version', async () => {
    const comment = await bensComment()
    const first = (await attach(world.ben, comment)).body.data[0]
    const { body } = await world.anna.upload(`/attachments/${first.id}`, 'plan 2.txt', 'new', { method: 'PUT' })
    expect(body.data[0].commentId).toBe(comment.id)
    expect((await world.ben.get(`/comments/${comment.id}`)).body.data[0].attachmentIds).toEqual([body.data[0].id])
  })
  test('goes with the comment, and is announced', async () => {
    const comment = await bensComment()
    const { id } = (await attach(world.ben, comment)).body.data[0]
    const files = async () => (await world.store.pool.query('select count(*)::int as n from stored_file')).rows[0].n
    const before = await files()
    expect((await world.ben.delete(`/comments/${comment.id}`)).body).toEqual({ kind: 'comments', data: [] })
    expect((await world.ben.get(`/attachments/${id}`)).status).toBe(404)
    expect(await files()).toBe(before - 1)
    const { rows } = await world.store.pool.query(`select type from event order by event_id desc limit 2`)
    expect(rows.map(({ type }) => type).sort()).toEqual(['AttachmentDeleted', 'CommentDeleted'])
  })
  test('leaves the comment when it is deleted alone', async () => {
    const comment = await bensComment()
    const { id } = (await attach(world.ben, comment)).body.data[0]
    await world.ben.delete(`/attachments/${id}`)
    expect((await world.ben.get(`/comments/${comment.id}`)).body.data[0].attachmentIds).toBeUndefined()
  })
})
