import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

/** What holds for every resource, shown on some. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const raw = async (who: Person, path: string, init: RequestInit = {}) => {
  const headers = { authorization: `bearer ${who.token}`, ...(init.headers as Record<string, string>) }
  const response = await fetch(`${world.url}/api/v4${path}`, { ...init, headers })
  return { status: response.status, body: (await response.json()) as Data }
}
const form = (parameters: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(parameters),
})

describe('a client that can only GET', () => {
  test('creates, changes and deletes with the method parameter, in any case', async () => {
    const made = await raw(world.ben, `/tasks/${world.dig.id}/comments?method=post&text=Hello`)
    expect({ status: made.status, text: made.body.data[0].text }).toEqual({ status: 200, text: 'Hello' })
    const { id } = made.body.data[0]
    expect((await raw(world.ben, `/comments/${id}?method=PUT&text=Bye`)).body.data[0].text).toBe('Bye')
    expect((await raw(world.ben, `/comments/${id}?method=Delete`)).body).toEqual({ kind: 'comments', data: [] })
  })

  test('needs the rights and the scope of that verb', async () => {
    const path = `/tasks/${world.dig.id}/comments?method=POST&text=Hello`
    expect((await raw(world.cleo, path)).body.error).toBe('access_forbidden')
    const reader = await world.withScopes(world.ben, ['wsReadOnly'])
    expect((await raw(reader, path)).body.error).toBe('not_allowed')
  })

  test('on other verbs the parameter is unknown', async () => {
    const { body } = await raw(world.ben, `/tasks/${world.dig.id}/comments?method=GET`, form({ text: 'x' }))
    expect(body.error).toBe('invalid_parameter')
  })
})

describe('parameters', () => {
  test('travel in the query, a form or JSON; what is in the body counts', async () => {
    const path = `/tasks/${world.dig.id}/comments`
    expect((await raw(world.ben, `${path}?text=query`, { method: 'POST' })).body.data[0].text).toBe('query')
    expect((await raw(world.ben, `${path}?text=query`, form({ text: 'form' }))).body.data[0].text).toBe('form')
    const json = { method: 'POST', body: '{"text":"json"}', headers: { 'content-type': 'application/json' } }
    expect((await raw(world.ben, `${path}?text=query`, json)).body.data[0].text).toBe('json')
  })

  test('a list is read in all its forms, and from a name that comes again', async () => {
    const list = async (query: string) => (await raw(world.anna, `/contacts?${query}`)).body.data.length
    const both = await list('types=["Person","Group"]')
    for (const query of ['types=[Person,Group]', 'types=Person,Group', 'types=Person&types=Group'])
      expect(await list(query)).toBe(both)
    expect(await list('types=Group')).toBe(1)
    expect((await raw(world.anna, '/contacts?name=a&name=b')).body.errorDescription).toBe(
      "Parameter 'name' value is invalid",
    )
  })

  test('a flag is true or false in lower case', async () => {
    for (const value of ['True', '1', 'yes'])
      expect((await raw(world.anna, `/contacts?deleted=${value}`)).body.error).toBe('invalid_parameter')
  })

  test('state comes back from every verb, from a form too', async () => {
    const path = `/tasks/${world.dig.id}/comments`
    expect((await raw(world.ben, path, form({ text: 'x', state: 'abc' }))).body.state).toBe('abc')
    expect((await raw(world.cleo, path, form({ text: 'x', state: 'abc' }))).body).not.toHaveProperty('state')
  })
})

describe('several ids in a path', () => {
  test('one that is malformed, then unknown, then hidden decides, wherever it stands', async () => {
    const secret = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Secret' })).body.data[0]
    const hidden = await world.task({ in: secret })
    const unknown = encodeId('Task', world.accountId, 900_000)
    const error = async (...ids: string[]) => (await world.ben.get(`/tasks/${ids.join(',')}`)).body
    expect((await error(hidden.id, unknown, 'x')).error).toBe('invalid_parameter')
    expect(await error(hidden.id, world.dig.id, unknown)).toMatchObject({
      error: 'resource_not_found',
      errorDescription: expect.stringContaining(unknown),
    })
    expect(await error(world.dig.id, hidden.id)).toMatchObject({
      error: 'access_forbidden',
      errorDescription: expect.stringContaining(hidden.id),
    })
  })

  test('a write with one bad id writes nothing', async () => {
    const unknown = encodeId('Task', world.accountId, 900_000)
    const { status } = await world.ben.put(`/tasks/${world.dig.id},${unknown}`, {
      addResponsibles: [world.ben.id],
    })
    expect(status).toBe(404)
    expect((await world.ben.get(`/tasks/${world.dig.id}`)).body.data[0].responsibleIds).toEqual([])
  })

  test('reads take 1,000, writes 100', async () => {
    const ids = (count: number) =>
      Array.from({ length: count }, (_, at) => encodeId('Folder', world.accountId, 500_000 + at)).join(',')
    expect((await world.anna.get(`/folders/${ids(1000)}`)).body.error).toBe('resource_not_found')
    expect((await world.anna.get(`/folders/${ids(1001)}`)).body.error).toBe('invalid_parameter')
    const change = { customFields: [] }
    expect((await world.anna.put(`/folders/${ids(100)}`, change)).body.error).toBe('resource_not_found')
    expect((await world.anna.put(`/folders/${ids(101)}`, change)).body.error).toBe('invalid_parameter')
  })

  test('me is no id', async () => {
    expect((await world.anna.get('/contacts/me')).body.error).toBe('invalid_parameter')
    expect((await world.anna.get('/users/me')).body.error).toBe('invalid_parameter')
  })
})

describe('metadata', () => {
  const entry = { key: 'depth', value: '2 m' }
  /** Each thing with metadata, and how it is read. */
  const places: [string, () => Promise<string>][] = [
    ['a task', async () => `/tasks/${(await world.task()).id}`],
    ['a folder', async () => `/folders/${(await world.folder()).id}`],
    ['the account', async () => '/account'],
    ['the own contact', async () => `/contacts/${world.anna.id}`],
    ['a group', async () => `/groups/${(await world.anna.post('/groups', { title: 'G' })).body.data[0].id}`],
  ]
  for (const [what, make] of places) {
    test(`of ${what} belongs to the application that wrote it, and is taken away by null`, async () => {
      const path = await make()
      const fields = path.startsWith('/tasks') || path.startsWith('/folders') ? {} : { fields: ['metadata'] }
      const read = async (who: Person) => (await who.get(path, fields)).body.data[0].metadata
      expect((await world.anna.put(path, { metadata: [entry] })).status).toBe(200)
      expect(await read(world.anna)).toEqual([entry])
      const other = await world.withApplication(world.anna)
      expect(await read(other)).toEqual([])
      await other.put(path, { metadata: [{ key: 'depth', value: 'other' }] })
      expect(await read(world.anna)).toEqual([entry])
      await world.anna.put(path, { metadata: [{ key: 'depth', value: null }] })
      expect(await read(world.anna)).toEqual([])
      expect(await read(other)).toEqual([{ key: 'depth', value: 'other' }])
    })
  }

  test('has keys of letters, digits, - and _, and at most 100 entries a call', async () => {
    const set = (metadata: Data) => world.anna.put(`/tasks/${world.dig.id}`, { metadata })
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value: 'v' }))
    for (const wrong of [
      [{ key: 'a b', value: 'v' }],
      [{ key: '', value: 'v' }],
      [{ key: 'k'.repeat(51), value: 'v' }],
      [{ key: 'k', value: 'v'.repeat(1001) }],
      many(101),
    ])
      expect((await set(wrong)).body.error).toBe('invalid_parameter')
    expect((await set(many(100))).status).toBe(200)
  })

  test('is searched for by its own application alone, by key or by key and value', async () => {
    const { id } = await world.task({ metadata: [entry] })
    const other = await world.withApplication(world.anna)
    const found = async (who: Person, metadata: Data) =>
      (await who.get('/tasks', { metadata })).body.data.map((task: Data) => task.id)
    expect(await found(world.anna, entry)).toEqual([id])
    expect(await found(world.anna, { key: 'depth' })).toEqual([id])
    expect(await found(world.anna, { key: 'depth', value: '3 m' })).toEqual([])
    expect(await found(other, { key: 'depth' })).toEqual([])
  })
})
