import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startV3World, type V3World } from '#testing/v3-world.ts'
import { mergeTasks } from './merge-tasks.ts'

let world: V3World
beforeAll(async () => {
  world = await startV3World()
  for (let count = 0; count < 12; count++) {
    await world.task({ title: `A ${count % 5}`, importance: (['High', 'Low', 'Normal'] as const)[count % 3] })
    if (count % 2 === 0)
      await world.annaElsewhere.post(`/folders/${world.away.space.id}/tasks`, { title: `B ${count % 4}` })
  }
})
afterAll(() => world.close())

async function allPages(parameters: Parameters): Promise<Data[]> {
  const rows: Data[] = []
  let token: string | undefined
  do {
    const { body } = await world.v3.get(
      '/tasks',
      token ? { pageSize: parameters.pageSize, nextPageToken: token } : parameters,
    )
    expect(body.error).toBeUndefined()
    expect(body.data.length).toBeLessThanOrEqual(parameters.pageSize as number)
    rows.push(...body.data)
    token = body.nextPageToken
  } while (token)
  return rows
}

test('pages over all accounts are together the whole list, each task once, in order', async () => {
  const whole = (await world.v3.get('/tasks')).body.data
  expect(whole).toHaveLength(20)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 21 }),
      fc.constantFrom('Title', 'CreatedDate', 'UpdatedDate', 'Importance', undefined),
      fc.constantFrom('Asc', 'Desc', undefined),
      async (pageSize, sortField, sortOrder) => {
        const order = { ...(sortField && { sortField }), ...(sortOrder && { sortOrder }) }
        const rows = await allPages({ pageSize, ...order })
        expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(whole.map(({ id }) => id)))
        expect(rows).toHaveLength(whole.length)
        const once = (await world.v3.get('/tasks', order)).body.data
        expect(rows.map(({ id }) => id)).toEqual(once.map(({ id }) => id))
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

test('a limit caps the whole, and counts are sums', async () => {
  expect((await world.v3.get('/tasks', { limit: 3 })).body.data).toHaveLength(3)
  const { body } = await world.v3.get('/tasks', { pageSize: 2 })
  expect(body.responseSize).toBe(20)
})

test('a token that is none is refused', async () => {
  for (const nextPageToken of ['x', '3.e30', `3.${Buffer.from('{"at":[[1,5]],"query":{}}').toString('base64url')}`])
    expect((await world.v3.get('/tasks', { nextPageToken })).body.error).toBe('invalid_parameter')
})

test('merging keeps each list in its order and takes the smallest head', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 })), { maxLength: 4 }), fc.nat(30), (numbers, limit) => {
      const lists = numbers.map((list, at) => list.sort().map((number) => ({ title: String(number), at })))
      const { rows, taken } = mergeTasks(lists, { sortField: 'Title' }, limit)
      const sorted = lists.flat().sort((a, b) => Number(a.title) - Number(b.title))
      expect(rows.map(({ title }) => title)).toEqual(sorted.slice(0, limit).map(({ title }) => title))
      for (const [at, list] of lists.entries())
        expect(rows.filter((row) => row.at === at)).toEqual(list.slice(0, taken[at]))
    }),
  )
})
