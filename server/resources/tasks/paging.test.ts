import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { signPageToken } from '#contract/paging.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
const here = () => `/folders/${world.pond.id}/tasks`
beforeAll(async () => {
  world = await startWorld()
  for (const title of ['One', 'Two', 'Three', 'Four']) await world.task({ title })
})
afterAll(() => world.close())

const get = (parameters: Parameters, path = '/tasks', who = world.anna) => who.get(path, parameters)
const titles = (data: Data[]) => data.map((task) => task.title)

describe('a page', () => {
  test('has a token while others follow, and the number of all hits', async () => {
    const first = (await get({ pageSize: 2, sortField: 'CreatedDate' })).body
    expect(titles(first.data)).toEqual(['Dig', 'One'])
    expect(first.responseSize).toBe(5)
    const second = (await get({ pageSize: 2, sortField: 'CreatedDate', nextPageToken: first.nextPageToken })).body
    expect(titles(second.data)).toEqual(['Two', 'Three'])
    const last = (await get({ pageSize: 2, sortField: 'CreatedDate', nextPageToken: second.nextPageToken })).body
    expect(titles(last.data)).toEqual(['Four'])
    expect(last).not.toHaveProperty('nextPageToken')
    expect(last.responseSize).toBe(5)
  })
  test('that holds all is the last', async () => {
    const { body } = await get({ pageSize: 5 })
    expect(body.data).toHaveLength(5)
    expect(body).not.toHaveProperty('nextPageToken')
  })
  test('comes only where pageSize is sent', async () => {
    const { body } = await get({})
    expect(body).not.toHaveProperty('nextPageToken')
    expect(body).not.toHaveProperty('responseSize')
  })
  test('takes 1 to 1,000 tasks', async () => {
    for (const pageSize of [0, -1, 1001, 1.5]) expect((await get({ pageSize })).body.error).toBe('invalid_parameter')
    for (const pageSize of [1, 1000]) expect((await get({ pageSize })).status).toBe(200)
  })
  test('counts what the caller sees, and what the filters let through', async () => {
    const own = (await world.dan.post(`/folders/${world.root}/tasks`, { title: 'Own' })).body.data[0]
    for (const title of ['Own 2', 'Own 3']) await world.dan.post(`/folders/${world.root}/tasks`, { title })
    expect((await get({ pageSize: 1 }, '/tasks', world.dan)).body.responseSize).toBe(3)
    expect((await get({ pageSize: 1 }, '/tasks', world.cleo)).body.responseSize).toBe(5)
    expect((await get({ pageSize: 1, title: 'T' })).body.responseSize).toBe(2)
    expect(own.title).toBe('Own')
  })
  test('with other filters than the first follows those of the request', async () => {
    const first = (await get({ pageSize: 1, sortField: 'Title' })).body
    expect(titles(first.data)).toEqual(['Dig'])
    const { body } = await get({ sortField: 'Title', title: 'T', pageSize: 5, nextPageToken: first.nextPageToken })
    expect(titles(body.data)).toEqual(['Three', 'Two'])
  })
  test('without any filters follows those of the first, size and order included; fields are asked for anew', async () => {
    const first = (await get({ pageSize: 1, title: 'T', sortField: 'Title', fields: ['description'] })).body
    expect(first.data[0]).toHaveProperty('description')
    const { body } = await get({ nextPageToken: first.nextPageToken })
    expect(titles(body.data)).toEqual(['Two'])
    expect(body.data[0]).not.toHaveProperty('description')
  })
})

describe('a token is refused', () => {
  const token = async () => (await get({ pageSize: 1 }, here())).body.nextPageToken as string
  const refused = async (nextPageToken: string, path = here(), who = world.anna) => {
    const { status, body } = await get({ nextPageToken }, path, who)
    expect({ status, error: body }).toEqual({
      status: 400,
      error: { error: 'invalid_parameter', errorDescription: "Parameter 'nextPageToken' value is invalid" },
    })
  }
  test('from another user', async () => refused(await token(), here(), world.ben))
  test('from another account', async () => refused(await token(), '/tasks', world.eve))
  test('for another operation', async () => {
    const folders = (await get({ pageSize: 1, project: false }, '/folders')).body.nextPageToken as string
    await refused(folders)
  })
  test('that is empty, none, changed or forged', async () => {
    const good = await token()
    const [body, signature] = good.split('.') as [string, string]
    for (const wrong of [
      '',
      'x',
      'x.y',
      `${body}.`,
      `.${signature}`,
      `${good}.`,
      `${body}x.${signature}`,
      `${body}.${signature.slice(1)}`,
    ])
      await refused(wrong)
    const caller = { accountId: world.accountId, personId: world.anna.personId } as never
    await refused(signPageToken(Buffer.from('another secret'), caller, 'queryTasks', ['x', 1, '1:1:'], {}, Date.now()))
  })
  test('after two hours', async () => {
    const good = await token()
    const now = Date.now()
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 2 * 3_600_000 - 5000)
    try {
      expect((await get({ nextPageToken: good }, here())).status).toBe(200)
      clock.mockImplementation(() => now + 2 * 3_600_000 + 5000)
      await refused(good)
    } finally {
      clock.mockRestore()
    }
  })
})

describe('without pages', () => {
  test('a list is cut at 1,000, but not what lies directly in one folder or space', async () => {
    const many = await world.folder({ title: 'Many' })
    const one = await world.task({ in: many, title: 'Many 0' })
    const number = Number(one.permalink.split('=')[1])
    await world.store.pool.query(`
      with made as (
        insert into task (account_id, title, author_id, custom_status_id, status_group, priority)
        select account_id, 'Many ' || n, author_id, custom_status_id, status_group, priority from task, generate_series(1, 1200) n where task_id = ${number}
        returning account_id, task_id)
      insert into task_placement (account_id, task_id, folder_id, direct)
      select m.account_id, m.task_id, p.folder_id, true from made m, task_placement p where p.task_id = ${number}`)
    const count = async (path: string, parameters: Parameters = {}) => (await get(parameters, path)).body.data.length
    expect(await count('/tasks')).toBe(1000)
    expect(await count('/tasks', { limit: 1100 })).toBe(1000)
    expect(await count(`/folders/${many.id}/tasks`, { descendants: true })).toBe(1000)
    expect(await count(`/folders/${many.id}/tasks`)).toBe(1201)
    expect(await count(`/folders/${many.id}/tasks`, { limit: 1100 })).toBe(1100)
    const { body } = await get({ pageSize: 1000 }, `/folders/${many.id}/tasks`)
    expect([body.data.length, body.responseSize, typeof body.nextPageToken]).toEqual([1000, 1201, 'string'])
  })
})
