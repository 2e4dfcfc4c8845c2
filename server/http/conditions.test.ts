import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function send(who: Person, method: string, path: string, body?: object, ifMatch?: string) {
  const response = await fetch(`${world.url}/api/v4${path}`, {
    method,
    headers: {
      authorization: `bearer ${who.token}`,
      'content-type': 'application/json',
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, etag: response.headers.get('etag'), body: (await response.json()) as Data }
}

const things = {
  task: { make: async () => `/tasks/${(await world.task()).id}`, change: (text: string) => ({ title: text }) },
  folder: { make: async () => `/folders/${(await world.folder()).id}`, change: (text: string) => ({ title: text }) },
  comment: {
    make: async () =>
      `/comments/${(await world.anna.post(`/tasks/${world.dig.id}/comments`, { text: 'One' })).body.data[0].id}`,
    change: (text: string) => ({ text }),
  },
}

describe.each(Object.entries(things))('a %s', (_name, { make, change }) => {
  test('has an ETag that moves with each change, and is the same for all who read it', async () => {
    const path = await make()
    const [mine, hers] = [await send(world.ben, 'GET', path), await send(world.anna, 'GET', path)]
    expect(mine.etag).toMatch(/^"\d+"$/)
    expect(hers.etag).toBe(mine.etag)
    const changed = await send(world.anna, 'PUT', path, change('Two'))
    expect(changed.etag).not.toBe(mine.etag)
    expect((await send(world.ben, 'GET', path)).etag).toBe(changed.etag)
  })

  test('is changed with the ETag it has, and not with an older, a weak or a foreign one', async () => {
    const path = await make()
    const { etag } = await send(world.anna, 'GET', path)
    expect((await send(world.anna, 'PUT', path, change('Two'), etag as string)).status).toBe(200)
    for (const wrong of [etag as string, `W/${etag}`, '"abc"', '"1", "0"']) {
      const { status, body } = await send(world.anna, 'PUT', path, change('Three'), wrong)
      expect({ wrong, status, error: body.error }).toEqual({ wrong, status: 412, error: 'invalid_request' })
    }
    expect(JSON.stringify((await send(world.anna, 'GET', path)).body)).toContain('Two')
    const any = await send(world.anna, 'PUT', path, change('Four'), '*')
    expect(any.status).toBe(200)
    expect((await send(world.anna, 'PUT', path, change('Five'), `"0", ${any.etag}`)).status).toBe(200)
  })

  test('is changed by one of many who all saw the same', async () => {
    const path = await make()
    const { etag } = await send(world.anna, 'GET', path)
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, at) => send(world.anna, 'PUT', path, change(`Text ${at}`), etag as string)),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412])
  })
})

test('everything around a task moves its ETag: people, places, a deletion', async () => {
  const { id } = await world.task()
  const etags = [(await send(world.anna, 'GET', `/tasks/${id}`)).etag]
  for (const change of [
    { addResponsibles: [world.ben.id] },
    { addParents: [world.garden.id] },
    { addShareds: [world.dan.id] },
  ])
    etags.push((await send(world.anna, 'PUT', `/tasks/${id}`, change)).etag)
  etags.push((await send(world.anna, 'DELETE', `/tasks/${id}`)).etag)
  expect(new Set(etags).size).toBe(etags.length)
})

test('lists have no ETag, nor have answers with several', async () => {
  const [one, two] = [await world.task(), await world.task()]
  expect((await send(world.anna, 'GET', `/tasks/${one.id},${two.id}`)).etag).toBeNull()
  expect((await send(world.anna, 'GET', `/tasks/${one.id}/comments`)).etag).toBeNull()
  expect((await send(world.anna, 'GET', '/tasks')).etag).toBeNull()
})

test('an operation that knows no versions refuses If-Match, and so does a value that is no ETag', async () => {
  const [one, two] = [await world.task(), await world.task()]
  expect((await send(world.anna, 'PUT', `/tasks/${one.id},${two.id}`, { importance: 'High' }, '"1"')).status).toBe(400)
  expect((await send(world.anna, 'PUT', `/tasks/${one.id}`, { title: 'x' }, 'one')).status).toBe(400)
})
