import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const put = { method: 'PUT' }

/** A file with three versions on a task of its own, oldest first. */
async function threeVersions(): Promise<{ task: Data; ids: [string, string, string] }> {
  const task = await world.task()
  const first = await world.anna.upload(`/tasks/${task.id}/attachments`, 'plan.txt', 'one')
  const id = first.body.data[0].id
  const second = await world.ben.upload(`/attachments/${id}`, 'plan 2.txt', 'two', put)
  const third = await world.anna.upload(`/attachments/${id}`, 'plan 3.txt', 'three', put)
  return { task, ids: [id, second.body.data[0].id, third.body.data[0].id] }
}

const text = async (id: string) => (await world.anna.raw(`/attachments/${id}/download`)).text()
const listed = async (task: Data, versions = false) =>
  (await world.anna.get(`/tasks/${task.id}/attachments`, versions ? { versions: true } : {})).body.data.map(
    ({ id }) => id,
  )

describe('a new version', () => {
  test('has an id, a name and a number of its own; the earlier ones point to it', async () => {
    const { ids } = await threeVersions()
    const { body } = await world.anna.get(`/attachments/${ids.join(',')}`)
    expect(body.data.map(({ version, name, authorId }) => ({ version, name, authorId }))).toEqual([
      { version: 1, name: 'plan.txt', authorId: world.anna.id },
      { version: 2, name: 'plan 2.txt', authorId: world.ben.id },
      { version: 3, name: 'plan 3.txt', authorId: world.anna.id },
    ])
    expect(body.data.map((one) => one.currentAttachmentId)).toEqual([ids[2], ids[2], undefined])
    expect(body.data.map((one) => one.originVersionId)).toEqual([ids[0], ids[0], ids[0]])
  })
  test('leaves the content of the earlier ones as it is', async () => {
    const { ids } = await threeVersions()
    expect(await Promise.all(ids.map(text))).toEqual(['one', 'two', 'three'])
  })
  test('is announced as an attachment', async () => {
    const { ids } = await threeVersions()
    const { rows } = await world.store.pool.query(
      `select type, (after->>'version')::int as version from event where entity_type = 'attachment' order by event_id desc limit 1`,
    )
    expect(rows).toEqual([{ type: 'AttachmentAdded', version: 3 }])
    expect(ids).toHaveLength(3)
  })
  test('sent twice at once makes two', async () => {
    const { task, ids } = await threeVersions()
    const both = await Promise.all(
      ['a', 'b'].map((name) => world.ben.upload(`/attachments/${ids[2]}`, name, name, put)),
    )
    expect(both.map(({ body }) => body.data[0].version).sort()).toEqual([4, 5])
    expect(await listed(task)).toHaveLength(1)
    expect(await listed(task, true)).toHaveLength(5)
  })
})

describe('lists', () => {
  test('hold the current version alone; with versions all, newest first', async () => {
    const { task, ids } = await threeVersions()
    expect(await listed(task)).toEqual([ids[2]])
    expect(await listed(task, true)).toEqual([...ids].reverse())
  })
  test('by id give what is named, with versions the earlier ones too, each once', async () => {
    const { ids } = await threeVersions()
    const named = async (of: string[], parameters = {}) =>
      (await world.anna.get(`/attachments/${of.join(',')}`, parameters)).body.data.map(({ id }) => id)
    expect(await named([ids[1]])).toEqual([ids[1]])
    expect(await named([ids[1]], { versions: true })).toEqual([ids[1], ids[0]])
    expect(await named([ids[2], ids[0]], { versions: true })).toEqual([ids[2], ids[1], ids[0]])
  })
  test('tasks count files, not versions', async () => {
    const { task } = await threeVersions()
    const { body } = await world.anna.get(`/tasks/${task.id}`, { fields: ['attachmentCount'] })
    expect(body.data[0]).toMatchObject({ hasAttachments: true, attachmentCount: 1 })
  })
})

describe('deleting', () => {
  test('the current version takes all, and says so of each', async () => {
    const { task, ids } = await threeVersions()
    const { status, body } = await world.anna.delete(`/attachments/${ids[2]}`)
    expect({ status, body }).toEqual({ status: 200, body: { kind: 'attachments', data: [] } })
    expect(await listed(task, true)).toEqual([])
    for (const id of ids) expect((await world.anna.get(`/attachments/${id}`)).status).toBe(404)
    const { rows } = await world.store.pool.query(
      `select type from event where entity_type = 'attachment' order by event_id desc limit 3`,
    )
    expect(rows.map(({ type }) => type)).toEqual(['AttachmentDeleted', 'AttachmentDeleted', 'AttachmentDeleted'])
  })
  test('an earlier version takes it alone', async () => {
    const { task, ids } = await threeVersions()
    await world.anna.delete(`/attachments/${ids[0]}`)
    expect(await listed(task, true)).toEqual([ids[2], ids[1]])
    expect(await text(ids[2])).toBe('three')
    const next = await world.anna.upload(`/attachments/${ids[1]}`, 'plan 4.txt', 'four', put)
    expect(next.body.data[0].version).toBe(4)
  })
  test('takes the bytes along', async () => {
    const { ids } = await threeVersions()
    const count = async () => (await world.store.pool.query('select count(*)::int as n from stored_file')).rows[0].n
    const before = await count()
    await world.anna.delete(`/attachments/${ids[2]}`)
    expect(await count()).toBe(before - 3)
  })
})
