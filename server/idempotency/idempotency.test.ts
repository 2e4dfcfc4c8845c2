import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'
import { forgetRequests } from './store.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

let keys = 0
const newKey = () => `key-${keys++}`

async function send(who: Person, method: string, path: string, key: string, body?: object) {
  const response = await fetch(`${world.url}/api/v4${path}`, {
    method,
    headers: { authorization: `bearer ${who.token}`, 'idempotency-key': key, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Data }
}
const comment = (who: Person, key: string, text: string, task = world.dig.id) =>
  send(who, 'POST', `/tasks/${task}/comments`, key, { text })
const comments = async (task: string) => (await world.anna.get(`/tasks/${task}/comments`)).body.data.length
const query = (text: string, values: unknown[] = []) => world.store.pool.query(text, values)

describe('refused', () => {
  test('is a key that is no plain text of at most 255 signs', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256), '"']) {
      const { status, body } = await comment(world.ben, key, 'Wrong')
      expect({ key, status, error: body.error }).toEqual({ key, status: 400, error: 'invalid_parameter' })
    }
  })

  test('is another request with the same key: another text, path, verb or condition', async () => {
    const [key, task] = [newKey(), await world.task()]
    expect((await comment(world.ben, key, 'One', task.id)).status).toBe(200)
    const others = [
      await comment(world.ben, key, 'Two', task.id),
      await comment(world.ben, key, 'One'),
      await send(world.ben, 'PUT', `/tasks/${task.id}`, key, { title: 'One' }),
    ]
    expect(others.map(({ status, body }) => [status, body.error])).toEqual(Array(3).fill([422, 'invalid_request']))
    expect(await comments(task.id)).toBe(1)
  })
})

describe('a request with a key', () => {
  test('is carried out once and answered alike, with the quotes of the draft or without', async () => {
    const [key, task] = [newKey(), await world.task()]
    const first = await comment(world.ben, key, 'Once', task.id)
    const again = await comment(world.ben, `"${key}"`, 'Once', task.id)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true'])
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await comments(task.id)).toBe(1)
  })

  test('is another one for another person, and for another application', async () => {
    const [key, task] = [newKey(), await world.task()]
    const all = [world.ben, world.anna, await world.withApplication(world.ben)]
    for (const who of all) expect((await comment(who, key, 'Mine', task.id)).status).toBe(200)
    expect(await comments(task.id)).toBe(3)
  })

  test('sent ten times at once is carried out once; the others get its answer, or are told to wait', async () => {
    const [key, task] = [newKey(), await world.task()]
    const all = await Promise.all(Array.from({ length: 10 }, () => comment(world.ben, key, 'Race', task.id)))
    expect(await comments(task.id)).toBe(1)
    expect(all.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect(all.filter(({ status }) => status === 409).every(({ headers }) => headers.get('retry-after') === '1')).toBe(
      true,
    )
    const made = new Set(all.filter(({ status }) => status === 200).map(({ body }) => body.data[0].id))
    expect(made.size).toBe(1)
  })

  test('that was refused is judged again', async () => {
    const key = newKey()
    const task = await world.task()
    await world.plan('Free')
    const approval = () => send(world.anna, 'POST', `/tasks/${task.id}/approvals`, key, {})
    expect((await approval()).status).toBe(403)
    await world.plan('Pinnacle')
    expect((await approval()).status).toBe(200)
  })

  test('changes and deletes once, too', async () => {
    const task = await world.task()
    const title = newKey()
    await send(world.ben, 'PUT', `/tasks/${task.id}`, title, { title: 'Mine' })
    await world.anna.put(`/tasks/${task.id}`, { title: 'Hers' })
    expect((await send(world.ben, 'PUT', `/tasks/${task.id}`, title, { title: 'Mine' })).body.data[0].title).toBe(
      'Mine',
    )
    expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0].title).toBe('Hers')
    const gone = newKey()
    await send(world.anna, 'DELETE', `/tasks/${task.id}`, gone)
    await world.anna.put(`/tasks/${task.id}`, { restore: true })
    expect((await send(world.anna, 'DELETE', `/tasks/${task.id}`, gone)).status).toBe(200)
    expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0].scope).toBe('WsTask')
  })

  test('holds for a day', async () => {
    const [key, task] = [newKey(), await world.task()]
    await comment(world.ben, key, 'Day', task.id)
    await query(`update idempotent_request set created_at = now() - interval '25 hours'`)
    expect((await comment(world.ben, key, 'Next day', task.id)).status).toBe(200)
    expect(await comments(task.id)).toBe(2)
    await query(`update idempotent_request set created_at = now() - interval '25 hours'`)
    await forgetRequests(world.store.database)
    expect((await query('select 1 from idempotent_request')).rowCount).toBe(0)
  })
})

describe('a server that dies', () => {
  const lastKey = `(select key_hash from idempotent_request order by created_at desc limit 1)`

  test('before it has written anything leaves the request to be carried out', async () => {
    const [key, task] = [newKey(), await world.task()]
    const before = await comment(world.ben, key, 'Later', task.id)
    expect(before.status).toBe(200)
    await world.anna.delete(`/comments/${before.body.data[0].id}`)
    await query(
      `update idempotent_request set status = null, body = null, written_at = null, locked_until = now() + interval '1 minute' where key_hash = ${lastKey}`,
    )
    expect((await comment(world.ben, key, 'Later', task.id)).status).toBe(409)
    await query(`update idempotent_request set locked_until = now() - interval '1 second' where key_hash = ${lastKey}`)
    const [count, after] = [await comments(task.id), await comment(world.ben, key, 'Later', task.id)]
    expect(after.status).toBe(200)
    expect(await comments(task.id)).toBe(count + 1)
  })

  test('after it has written makes nothing twice: what it made is the answer', async () => {
    const key = newKey()
    const made = () => send(world.ben, 'POST', `/folders/${world.pond.id}/tasks`, key, { title: 'Only one' })
    const first = await made()
    await query(
      `update idempotent_request set status = null, body = null, locked_until = now() - interval '1 second' where key_hash = ${lastKey}`,
    )
    const again = await made()
    expect(again.status).toBe(200)
    expect(again.body.data[0].id).toBe(first.body.data[0].id)
    const { body } = await world.anna.get('/tasks', { title: 'Only one' })
    expect(body.data.length).toBe(1)
  })

  test('and lives after all can write nothing once another has taken over', async () => {
    const [key, task] = [newKey(), await world.task()]
    // The row of the task is held, so that the first request waits in the midst of its change.
    const client = await world.store.pool.connect()
    await client.query('begin')
    const { rows } = await client.query('select max(task_id) as id from task')
    await client.query('select from task where task_id = $1 for update', [rows[0].id])
    const slow = send(world.ben, 'PUT', `/tasks/${task.id}`, key, { title: 'Slow' })
    await expect
      .poll(
        async () =>
          (await query(`select 1 from idempotent_request where status is null and written_at is null`)).rowCount,
      )
      .toBe(1)
    await query(
      `update idempotent_request set locked_until = now() - interval '1 second' where status is null and written_at is null`,
    )
    const second = send(world.ben, 'PUT', `/tasks/${task.id}`, key, { title: 'Slow' })
    await expect
      .poll(
        async () =>
          (await query('select 1 from idempotent_request where attempt = 2 and status is null and written_at is null'))
            .rowCount,
      )
      .toBe(1)
    await client.query('rollback')
    client.release()
    // Who is too late fails, or finds the other's answer.
    const statuses = [(await slow).status, (await second).status].sort()
    expect(statuses[0]).toBe(200)
    expect([200, 500]).toContain(statuses[1])
    const events = await query(`select 1 from event where type = 'TaskTitleChanged' and after ->> 'title' = 'Slow'`)
    expect(events.rowCount).toBe(1)
  })
})
